import { type components, createClient } from "@dianan/open-api";
import type { AlarmRecord } from "../live/alarm-row.ts";
import { type Answer, answer, type Reply } from "./hub-api.ts";

type Schemas = components["schemas"];
export type AlarmEntry = Schemas["AlarmEntry"];
export type AlarmEvidence = Schemas["AlarmEvidence"];
type FileInfo = Schemas["FileInfo"];
export type Assignee = Schemas["Assignee"];

/** What people do to an alarm (告警处理), by the last part of its path, and what each sends. */
export type ActBodies = {
  readonly acknowledge: Schemas["AlarmAcknowledgement"];
  readonly "take-back": Schemas["Reason"];
  readonly assign: Schemas["AlarmAssignment"];
  readonly advise: Schemas["AlarmAdviceDraft"];
  readonly rectify: Schemas["AlarmRectificationDraft"];
  readonly close: Schemas["AlarmClosureDraft"];
  readonly reopen: Schemas["Reason"];
  readonly shelve: Schemas["AlarmShelving"];
  readonly unshelve: Schemas["Reason"];
  readonly "confirm-recovery": Schemas["RecoveryConfirmation"];
};
export type Act = keyof ActBodies;

/** Alarm life (告警处理) of the open API as the console uses it. No call rejects. A key that is sent again does nothing twice. */
export type AlarmApi = {
  /** The alarm as it is after the act. */
  act<A extends Act>(act: A, id: string, body: ActBodies[A], key: string): Promise<Answer<AlarmRecord>>;
  acknowledgeAll(ids: readonly string[]): Promise<Answer<Schemas["AcknowledgementAnswer"]>>;
  comment(id: string, body: Schemas["CommentDraft"], key: string): Promise<Answer<AlarmEntry>>;
  /** Also one that is no longer in the list. */ alarm(id: string): Promise<Answer<AlarmRecord>>;
  /** Oldest first, the newest {@link ENTRIES_MAX}. */ entries(id: string): Promise<Answer<readonly AlarmEntry[]>>;
  evidence(id: string): Promise<Answer<AlarmEvidence>>;
  /** Who may deal with it and sees it. */ assignees(id: string): Promise<Answer<readonly Assignee[]>>;
  /** The contact of a unit in full, for a stated purpose; audited (SEC-PII-04). */
  reveal(unitId: string, purpose: string): Promise<Answer<{ readonly [member: string]: string | null }>>;
  upload(name: string, bytes: Blob, key: string): Promise<Answer<FileInfo>>;
};

export const ENTRIES_MAX = 2_000;
const PAGE = 500;
/** A photo over a bad network takes its time. Milliseconds. */
const UPLOAD_TIMEOUT_MS = 120_000;

/** 128 random bits. `crypto.randomUUID` is not there on pages without https. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, "0")).join("");

type Sent<B> = {
  readonly params: { readonly path: { readonly id: string } };
  readonly body: B;
  readonly headers: { readonly "Idempotency-Key": string };
  readonly signal: AbortSignal;
};

export const createAlarmApi = (baseUrl: string): AlarmApi => {
  const client = createClient({ baseUrl, retry: false });
  const calls: { readonly [A in Act]: (sent: Sent<ActBodies[A]>) => Promise<Reply<AlarmRecord>> } = {
    acknowledge: (sent) => client.POST("/api/v1/alarms/{id}/acknowledge", sent),
    "take-back": (sent) => client.POST("/api/v1/alarms/{id}/take-back", sent),
    assign: (sent) => client.POST("/api/v1/alarms/{id}/assign", sent),
    advise: (sent) => client.POST("/api/v1/alarms/{id}/advise", sent),
    rectify: (sent) => client.POST("/api/v1/alarms/{id}/rectify", sent),
    close: (sent) => client.POST("/api/v1/alarms/{id}/close", sent),
    reopen: (sent) => client.POST("/api/v1/alarms/{id}/reopen", sent),
    shelve: (sent) => client.POST("/api/v1/alarms/{id}/shelve", sent),
    unshelve: (sent) => client.POST("/api/v1/alarms/{id}/unshelve", sent),
    "confirm-recovery": (sent) => client.POST("/api/v1/alarms/{id}/confirm-recovery", sent),
  };
  const sentOf = <B>(id: string, body: B, key: string, signal: AbortSignal): Sent<B> => ({
    ...{ params: { path: { id } }, body, headers: { "Idempotency-Key": key }, signal },
  });
  return {
    act: (act, id, body, key) => answer((signal) => calls[act](sentOf(id, body, key, signal))),
    acknowledgeAll: (ids) =>
      answer((signal) => client.POST("/api/v1/alarm-acknowledgements", { body: { ids: [...ids] }, signal })),
    comment: (id, body, key) =>
      answer((signal) => client.POST("/api/v1/alarms/{id}/comments", sentOf(id, body, key, signal))),
    alarm: (id) => answer((signal) => client.GET("/api/v1/alarms/{id}", { params: { path: { id } }, signal })),
    entries: async (id) => {
      const found: AlarmEntry[] = [];
      let cursor: string | null = null;
      do {
        const from: string | null = cursor;
        const query: { readonly limit: number; readonly cursor?: string } = {
          limit: PAGE,
          ...(from === null ? {} : { cursor: from }),
        };
        const page: Answer<Schemas["AlarmEntryPage"]> = await answer((signal) =>
          client.GET("/api/v1/alarms/{id}/timeline", { params: { path: { id }, query }, signal }),
        );
        if (!page.ok) return page;
        found.push(...page.value.items);
        cursor = page.value.next;
      } while (cursor !== null);
      return { ok: true, value: found.slice(-ENTRIES_MAX) };
    },
    evidence: (id) =>
      answer((signal) => client.GET("/api/v1/alarms/{id}/evidence", { params: { path: { id } }, signal })),
    assignees: async (id) => {
      const list = await answer((signal) =>
        client.GET("/api/v1/alarms/{id}/assignees", { params: { path: { id } }, signal }),
      );
      return list.ok ? { ok: true, value: list.value.items } : list;
    },
    reveal: async (id, purpose) => {
      const body = { kind: "unit" as const, id, members: ["contactName", "contactPhone"], purpose };
      const shown = await answer((signal) => client.POST("/api/v1/personal-data/reveals", { body, signal }));
      return shown.ok ? { ok: true, value: shown.value.values } : shown;
    },
    upload: (name, bytes, key) =>
      answer(
        (signal) =>
          client.POST("/api/v1/files", {
            params: { query: { name } },
            headers: { "Idempotency-Key": key, "Content-Type": "application/octet-stream" },
            // The document's type of bytes is a string; they leave as they are.
            body: bytes as unknown as string,
            bodySerializer: (body) => body,
            signal,
          }),
        UPLOAD_TIMEOUT_MS,
      ),
  };
};
