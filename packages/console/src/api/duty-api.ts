import { type components, createClient } from "@dianan/open-api";
import { type Answer, answer, type Reply } from "./hub-api.ts";

type Schemas = components["schemas"];
export type Handover = Schemas["Handover"];
export type WatchBeat = Schemas["WatchBeat"];
export type LatencyReport = Schemas["LatencyReport"];

/** The duty desk (值守) of the open API as the console uses it. No call rejects. */
export type DutyApi = {
  watch(beat: WatchBeat): Promise<Answer<null>>;
  latency(report: LatencyReport): Promise<Answer<null>>;
  /** The latest 100, newest first. */ handovers(): Promise<Answer<Schemas["HandoverPage"]>>;
  give(draft: Schemas["HandoverDraft"], key: string): Promise<Answer<Handover>>;
  take(id: string): Promise<Answer<Handover>>;
};

export const createDutyApi = (baseUrl: string): DutyApi => {
  const client = createClient({ baseUrl, retry: false });
  const empty = (call: (signal: AbortSignal) => Promise<unknown>): Promise<Answer<null>> =>
    answer<null>((signal) => call(signal) as Promise<Reply<null>>);
  return {
    watch: (body) => empty((signal) => client.POST("/api/v1/duty/watch", { body, signal })),
    latency: (body) => empty((signal) => client.POST("/api/v1/duty/latency", { body, signal })),
    handovers: () =>
      answer((signal) => client.GET("/api/v1/duty/handovers", { params: { query: { limit: 100 } }, signal })),
    give: (body, key) =>
      answer((signal) => client.POST("/api/v1/duty/handovers", { body, headers: { "Idempotency-Key": key }, signal })),
    take: (id) =>
      answer((signal) => client.POST("/api/v1/duty/handovers/{id}/take", { params: { path: { id } }, signal })),
  };
};
