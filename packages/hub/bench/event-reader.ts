// An authenticated reader of the hub's live changes, which notes when each new alarm came.
import { steadyMs } from "./fleet-device.ts";

export type SeenAlarms = {
  /** When the first events of its alarms came, by device and in their order. steadyMs. */
  readonly at: ReadonlyMap<string, readonly number[]>;
  stop(): void;
};
type Event = {
  readonly kind: string;
  readonly version: number;
  readonly record?: { readonly deviceId?: string; readonly class?: string };
};

/** @throws Error when the hub does not let it read */
export const readAlarms = async (httpUrl: string, key: string): Promise<SeenAlarms> => {
  const stop = new AbortController();
  const answer = await fetch(`${httpUrl}/api/v1/events`, {
    headers: { authorization: `Bearer ${key}` },
    signal: stop.signal,
  });
  if (answer.status !== 200) throw new Error(`/events: ${answer.status} ${await answer.text()}`);
  const at = new Map<string, number[]>();
  const take = (block: string, now: number): void => {
    const data = block.split("\n").find((line) => line.startsWith("data: "));
    if (data === undefined || !block.startsWith("event: change")) return;
    const { kind, version, record } = JSON.parse(data.slice(6)) as Event;
    if (kind !== "alarm" || version !== 1 || record?.class !== "alarm" || record.deviceId === undefined) return;
    const own = at.get(record.deviceId) ?? [];
    at.set(record.deviceId, own);
    own.push(now);
  };
  const pump = async (): Promise<void> => {
    let rest = "";
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const now = steadyMs();
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) take(block, now);
    }
    if (!stop.signal.aborted) throw new Error("the hub has ended the stream");
  };
  // Stopping aborts it.
  pump().catch((error: Error) => {
    if (error.name !== "AbortError") console.error(`/events: ${error.message}`);
  });
  return { at, stop: () => stop.abort() };
};
