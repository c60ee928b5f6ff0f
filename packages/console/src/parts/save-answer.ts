import { ask, type Client } from "../api/ask.ts";
import type { Answer, Reply } from "../api/hub-api.ts";
import { fileNameOf } from "./file-name.ts";
import { saveBytes } from "./save-text.ts";

/** A file that the hub makes while one waits takes its time. Milliseconds. */
const FILE_TIMEOUT_MS = 60_000;

/** Asks for a file, and gives it to the person under the name that the hub gave it; a refusal is a refusal and no file. */
export const saveAnswer = async (
  call: (client: Client, signal: AbortSignal) => Promise<Reply<unknown>>,
): Promise<Answer<null>> =>
  ask<null>(async (client, signal) => {
    const reply = await call(client, signal);
    if (!reply.response.ok) return reply as Reply<null>;
    const bytes = await new Response(reply.data as ReadableStream).blob();
    saveBytes(fileNameOf(reply.response.headers.get("content-disposition")), bytes);
    return { data: null, response: reply.response };
  }, FILE_TIMEOUT_MS);
