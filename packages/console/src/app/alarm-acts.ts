import { type InjectionKey, inject, type ShallowRef, shallowRef } from "vue";
import { type Act, type ActBodies, type AlarmApi, newKey } from "../api/alarm-api.ts";
import type { Answer } from "../api/hub-api.ts";
import type { Actor, AlarmRecord, AlarmRow } from "../live/alarm-row.ts";
import type { Refusal } from "../live/link.ts";
import type { LiveFeed } from "./live-feed.ts";
import type { Session } from "./session.ts";

/** An act that the hub has not confirmed: what is shown is what the hub committed, so it looks pending and never done. */
export type Pending = {
  readonly act: Act;
  /** `unsure`: no answer came, so it may or may not have been done. */ readonly state: "sent" | "unsure" | "refused";
  readonly problem: Refusal | null;
  /** Version of the alarm when it was sent: a later one has overtaken it. */ readonly version: number;
};

/** What somebody is told about their own act. */
export type Notice =
  /** Two officers at once: the first has it. */
  | { readonly kind: "already"; readonly id: string; readonly by: Actor; readonly at: string | undefined }
  | { readonly kind: "group"; readonly done: number; readonly already: number; readonly refused: number }
  | { readonly kind: "failed"; readonly id: string; readonly problem: Refusal };

/** What a person does to alarms from this page (EF-4.2, EF-5.3). */
export type AlarmActs = {
  pendingOf(row: AlarmRow): Pending | null;
  /** Changes with every act and answer. */ readonly changed: ShallowRef<number>;
  readonly notice: ShallowRef<Notice | null>;
  readonly me: () => string | null;
  mayAct(act: Act | "comment" | "files" | "group"): boolean;
  /** @param key - of a try before, so that nothing is done twice @returns whether the hub confirmed it */
  act<A extends Act>(act: A, id: string, body: ActBodies[A], key?: string): Promise<boolean>;
  /** Sends what failed once more, with the same key: it is not done twice. */ again(id: string): Promise<boolean>;
  /** Only what is named; each has its own result. */ acknowledgeGroup(ids: readonly string[]): Promise<void>;
};

export const alarmActsKey: InjectionKey<AlarmActs> = Symbol("alarm acts");
export const useAlarmActs = (): AlarmActs => {
  const acts = inject(alarmActsKey);
  if (acts === undefined) throw new TypeError("alarm acts are not provided");
  return acts;
};

/** The operation of the document behind an act; the hub's answer to who one is says which are allowed. */
const operationOf = {
  acknowledge: "acknowledgeAlarm",
  "take-back": "takeBackAcknowledgement",
  assign: "assignAlarm",
  advise: "adviseAlarm",
  rectify: "rectifyAlarm",
  close: "closeAlarm",
  reopen: "reopenAlarm",
  shelve: "shelveAlarm",
  unshelve: "unshelveAlarm",
  "confirm-recovery": "confirmRecovery",
  comment: "commentAlarm",
  files: "uploadFile",
  group: "acknowledgeAlarms",
} as const;

/** Ids in one call. */
const GROUP_MAX = 500;

export const createAlarmActs = (
  api: Pick<AlarmApi, "act" | "acknowledgeAll">,
  feed: Pick<LiveFeed, "alarms" | "takeAnswer">,
  session: Session,
): AlarmActs => {
  const pending = new Map<string, Pending & { readonly again: () => Promise<boolean> }>();
  const changed = shallowRef(0);
  const notice = shallowRef<Notice | null>(null);
  const me = (): string | null => session.account.value?.id ?? null;

  const put = (id: string, one: (Pending & { readonly again: () => Promise<boolean> }) | null): void => {
    if (one === null) pending.delete(id);
    else pending.set(id, one);
    changed.value += 1;
  };
  const tellWho = ({ id, handling }: AlarmRecord): void => {
    const by = handling?.acknowledgedBy;
    if (by !== undefined && by.id !== me()) notice.value = { kind: "already", id, by, at: handling?.acknowledgedAt };
  };
  const failed = ({ status }: Refusal): "unsure" | "refused" => (status === 0 || status >= 500 ? "unsure" : "refused");

  const send = async <A extends Act>(act: A, id: string, body: ActBodies[A], key: string): Promise<boolean> => {
    const version = feed.alarms.get(id)?.version ?? 0;
    const again = (): Promise<boolean> => send(act, id, body, key);
    put(id, { act, state: "sent", problem: null, version, again });
    const answer: Answer<AlarmRecord> = await api.act(act, id, body, key);
    if (answer.ok) {
      put(id, null);
      if (notice.value?.kind === "failed" && notice.value.id === id) notice.value = null;
      feed.takeAnswer(answer.value);
      if (act === "acknowledge") tellWho(answer.value);
      return true;
    }
    if (answer.error.status === 401) session.ended();
    put(id, { act, state: failed(answer.error), problem: answer.error, version, again });
    notice.value = { kind: "failed", id, problem: answer.error };
    return false;
  };

  const acknowledgeSome = async (
    ids: readonly string[],
  ): Promise<{ done: number; already: number; refused: number }> => {
    const counts = { done: 0, already: 0, refused: 0 };
    const again = async (): Promise<boolean> => (await acknowledgeSome(ids)).refused === 0;
    const state = (id: string, more: Pick<Pending, "state" | "problem">): void =>
      put(id, { act: "acknowledge", version: feed.alarms.get(id)?.version ?? 0, again, ...more });
    for (const id of ids) state(id, { state: "sent", problem: null });
    const answer = await api.acknowledgeAll(ids);
    if (!answer.ok) {
      if (answer.error.status === 401) session.ended();
      for (const id of ids) state(id, { state: failed(answer.error), problem: answer.error });
      return { ...counts, refused: ids.length };
    }
    for (const { id, status } of answer.value.results) {
      put(id, null);
      counts[status === "acknowledged" ? "done" : status] += 1;
    }
    return counts;
  };

  return {
    changed,
    notice,
    me,
    pendingOf: ({ id, version }) => {
      const one = changed.value >= 0 ? pending.get(id) : undefined;
      // The stream told what became of it, or somebody else was faster.
      return one === undefined || (one.state !== "sent" && version > one.version) ? null : one;
    },
    mayAct: (act) => session.mayAct(operationOf[act]),
    act: (act, id, body, key = newKey()) => {
      // One at a time: a second press of the same button is the same wish.
      if (pending.get(id)?.state === "sent") return Promise.resolve(false);
      return send(act, id, body, key);
    },
    again: (id) => pending.get(id)?.again() ?? Promise.resolve(false),
    acknowledgeGroup: async (ids) => {
      const total = { done: 0, already: 0, refused: 0 };
      for (let from = 0; from < ids.length; from += GROUP_MAX) {
        const part = await acknowledgeSome(ids.slice(from, from + GROUP_MAX));
        total.done += part.done;
        total.already += part.already;
        total.refused += part.refused;
      }
      notice.value = { kind: "group", ...total };
    },
  };
};
