import { type InjectionKey, inject } from "vue";
import type { AlarmApi } from "../api/alarm-api.ts";
import type { HubApi } from "../api/hub-api.ts";

export const hubApiKey: InjectionKey<HubApi> = Symbol("hub api");
export const useHubApi = (): HubApi => {
  const api = inject(hubApiKey);
  if (api === undefined) throw new TypeError("the hub's API is not provided");
  return api;
};

export const alarmApiKey: InjectionKey<AlarmApi> = Symbol("alarm api");
export const useAlarmApi = (): AlarmApi => {
  const api = inject(alarmApiKey);
  if (api === undefined) throw new TypeError("the API of alarms is not provided");
  return api;
};
