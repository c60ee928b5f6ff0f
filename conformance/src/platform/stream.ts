import type { PlatformSeat } from "./platform-seat.ts";

/** One server-sent event. */
export type StreamEvent = {
  readonly event: string;
  readonly id: string;
  readonly data: { readonly [member: string]: unknown };
};

/** An open stream of changes. */
export type Stream = { readonly status: number; readonly events: readonly StreamEvent[]; close(): void };

const eventOf = (block: string): StreamEvent | null => {
  const lines = block.split(/\r\n|\n|\r/);
  const field = (name: string): string =>
    lines
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ""))
      .join("\n");
  if (field("data") === "") return null;
  try {
    return { event: field("event"), id: field("id"), data: JSON.parse(field("data")) as StreamEvent["data"] };
  } catch {
    return { event: "broken", id: field("id"), data: { text: field("data") } };
  }
};

/** Opens the stream after a cursor, or as a reader that comes back with its last id. */
export const openStream = async (
  { options: { url, key, timeoutMs } }: PlatformSeat,
  { after, last }: { readonly after?: string; readonly last?: string },
): Promise<Stream> => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  const events: StreamEvent[] = [];
  try {
    const response = await fetch(
      `${url}/api/v1/events${after === undefined ? "" : `?after=${encodeURIComponent(after)}`}`,
      {
        headers: {
          authorization: `Bearer ${key}`,
          accept: "text/event-stream",
          ...(last === undefined ? {} : { "last-event-id": last }),
        },
        signal: stop.signal,
      },
    );
    clearTimeout(timer);
    const pump = async (): Promise<void> => {
      let rest = "";
      for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const blocks = (rest + text).split(/\r\n\r\n|\n\n|\r\r/);
        rest = blocks.pop() ?? "";
        events.push(...blocks.flatMap((block) => eventOf(block) ?? []));
      }
    };
    // It ends when it is closed: by the kit, or by a platform that hangs up, which shows in what is missing.
    pump().catch(() => {});
    return { status: response.status, events, close: () => stop.abort() };
  } catch {
    clearTimeout(timer);
    return { status: 0, events, close: () => {} };
  }
};
