import type { AlarmApi } from "../api/alarm-api.ts";
import type { Answer } from "../api/hub-api.ts";
import type { AlarmRecord } from "../live/alarm-row.ts";
import { fieldTime, type HubClock, notBefore } from "../live/hub-clock.ts";
import type { Refusal } from "../live/link.ts";
import { bodyOf, type Filled } from "../parts/verb-forms.ts";
import { uploadAll } from "./photos.ts";
import { isSame, keep, type Unsent, type UnsentStore } from "./unsent.ts";

type Api = Pick<AlarmApi, "upload" | "act" | "comment" | "alarm">;
export type Tried = { readonly alarm: AlarmRecord | null; readonly problem: Refusal | null };

/** Nobody knows whether it arrived, or the hub cannot now: it is tried again. */
export const isPassing = ({ status }: Refusal): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500;

const arrived = async (api: Api, one: Unsent, clock: HubClock, files: readonly string[]): Promise<Answer<unknown>> => {
  const { alarmId, verb, key } = one;
  const text = one.text.trim();
  if (verb === "comment") return api.comment(alarmId, { text, files: [...files] }, key);
  const time = fieldTime(one.time, clock);
  let at = time;
  if (verb === "rectify") {
    const alarm = await api.alarm(alarmId);
    if (!alarm.ok) return alarm;
    at = notBefore(time, Date.parse(alarm.value.occurredAt));
  }
  const filled: Filled = { text, assigneeId: "", reason: "resolved", minutes: 0, files: [...files], at };
  return verb === "advise"
    ? api.act("advise", alarmId, bodyOf.advise(filled), key)
    : api.act("rectify", alarmId, bodyOf.rectify(filled), key);
};

/** One try. What arrived of the photos is remembered, so that it is not sent again; what arrived whole is forgotten. */
export const sendUnsent = async (api: Api, store: UnsentStore, one: Unsent, clock: HubClock): Promise<Tried> => {
  const uploaded = await uploadAll(api, one.photos);
  const now: Unsent = { ...one, photos: uploaded.photos };
  const failed = async (problem: Refusal): Promise<Tried> => {
    await keep(store, { ...now, state: isPassing(problem) ? "wanted" : "refused", problem });
    return { alarm: null, problem };
  };
  if (uploaded.problem !== null) return failed(uploaded.problem);
  const files = uploaded.photos.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  const answer = await arrived(api, now, clock, files);
  if (!answer.ok) return failed(answer.error);
  await store.remove(one);
  return { alarm: one.verb === "comment" ? null : (answer.value as AlarmRecord), problem: null };
};

/** Sends what waits for the hub, the oldest first, until one does not get through. @returns alarms as they are then */
export const sendWanted = async (
  api: Api,
  store: UnsentStore,
  owner: string,
  clock: HubClock,
): Promise<readonly AlarmRecord[]> => {
  const alarms: AlarmRecord[] = [];
  for (const { alarmId, verb } of (await store.all()).filter((one) => one.owner === owner && one.state === "wanted")) {
    // It may have been taken away meanwhile.
    const one = (await store.all()).find((other) => isSame(other, { owner, alarmId, verb }));
    if (one?.state !== "wanted") continue;
    const { alarm, problem } = await sendUnsent(api, store, one, clock);
    if (alarm !== null) alarms.push(alarm);
    if (problem !== null && isPassing(problem)) break;
  }
  return alarms;
};
