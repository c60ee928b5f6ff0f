import { createClient } from "@dianan/open-api";
import { type Answer, answer, type Reply } from "./hub-api.ts";

/** The open API, each path with what it takes and gives. */
export type Client = ReturnType<typeof createClient>;

const client = createClient({ baseUrl: location.origin, retry: false });

/** One call of the open API. It ends within {@link TIMEOUT_MS} of hub-api.ts and does not reject. */
export const ask = <T>(
  call: (client: Client, signal: AbortSignal) => Promise<Reply<T>>,
  timeoutMs?: number,
): Promise<Answer<T>> => answer((signal) => call(client, signal), timeoutMs);
