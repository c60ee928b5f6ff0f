import { type InjectionKey, inject, type ShallowRef, shallowRef } from "vue";
import type { Account, HubApi } from "../api/hub-api.ts";
import type { Page } from "./route.ts";

/** Who is signed in, and what the hub lets them do. The page hides by it; the hub decides. */
export type Session = {
  /** `in` without an account: an API key or a display. */ readonly state: ShallowRef<"unknown" | "in" | "out">;
  readonly account: ShallowRef<Account | null>;
  /** True where the account's role allows the operation of the document, or where only the hub can tell. */
  may(operation: string): boolean;
  /** True where a person is signed in whose role allows it: what is done to an alarm is done by somebody. */
  mayAct(operation: string): boolean;
  read(): Promise<void>;
  ended(): void;
};

/** Operations of which a screen shows nothing without at least one. */
const needs: { readonly [P in Page]: readonly string[] } = {
  alarms: ["listAlarms"],
  overview: ["listAlarms"],
  handover: ["listHandovers"],
  reports: ["getAlarmTable", "listReports"],
  units: ["listUnits"],
  devices: ["listDevices"],
  sharing: ["listDestinations", "listParties"],
  charging: ["listChargingSites"],
  exports: ["listExports"],
  integration: ["streamTrace", "listUndecodable", "listUnclaimed"],
  admin: ["getNotificationPolicy", "listRoles", "getRetention", "listTenantThresholds"],
  people: ["listUsers"],
  account: ["getAccount"],
};

export const sessionKey: InjectionKey<Session> = Symbol("session");
export const useSession = (): Session => {
  const session = inject(sessionKey);
  if (session === undefined) throw new TypeError("the session is not provided");
  return session;
};

export const createSession = (api: Pick<HubApi, "account">): Session => {
  const state = shallowRef<"unknown" | "in" | "out">("unknown");
  const account = shallowRef<Account | null>(null);
  return {
    state,
    account,
    may: (operation) => account.value?.operations.includes(operation) ?? true,
    mayAct: (operation) => account.value?.operations.includes(operation) ?? false,
    read: async () => {
      const answer = await api.account();
      if (answer.ok) account.value = answer.value;
      if (answer.ok || answer.error.status === 403) state.value = "in";
      else if (answer.error.status === 401) state.value = "out";
    },
    ended: () => {
      state.value = "out";
    },
  };
};

/** What belongs to a person: a key or a display has no account and so none of these. */
const isPersonal: readonly Page[] = [
  ...(["account", "people", "handover", "reports", "exports", "integration", "sharing", "admin"] as const),
];

/** Screens that the role may see. */
export const pagesOf = (session: Session, pages: readonly Page[]): readonly Page[] =>
  pages.filter(
    (page) => (session.account.value !== null || !isPersonal.includes(page)) && needs[page].some(session.may),
  );
