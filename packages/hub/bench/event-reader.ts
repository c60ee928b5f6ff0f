// An authenticated reader of the hub's live changes, which notes when each new alarm came.
export type SeenAlarms = {
  /** `<device> <component address>` and when its first event came, milliseconds since 1970. */
  readonly at: ReadonlyMap<string, number>;
  stop(): void;
};
type Event = {
  readonly kind: string;
  readonly version: number;
  readonly record?: { readonly deviceId?: string; readonly componentId?: string; readonly class?: string };
};

export const readAlarms = async (httpUrl: string, key: string): Promise<SeenAlarms> => {
  const stop = new AbortController();
  const answer = await fetch(`${httpUrl}/api/v1/events`, {
    headers: { authorization: `Bearer ${key}` },
    signal: stop.signal,
  });
  if (answer.status !== 200) throw new Error(`/events: ${answer.status} ${await answer.text()}`);
  const at = new Map<string, number>();
  const take = (block: string, now: number): void => {
    const data = block.split("\n").find((line) => line.startsWith("data: "));
    if (data === undefined || !block.startsWith("event: change")) return;
    const { kind, version, record } = JSON.parse(data.slice(6)) as Event;
    const component = /[^:]*$/.exec(record?.componentId ?? "")?.[0];
    if (kind === "alarm" && version === 1) at.set(`${record?.deviceId} ${component}`, now);
  };
  const pump = async (): Promise<void> => {
    let rest = "";
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const now = performance.timeOrigin + performance.now();
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) take(block, now);
    }
  };
  // Stopping aborts it.
  pump().catch((error: Error) => {
    if (error.name !== "AbortError") console.error(`/events: ${error.message}`);
  });
  return { at, stop: () => stop.abort() };
};
