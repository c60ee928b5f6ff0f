import type { LinkEffect } from "./link.ts";

/** What a stream of changes tells. */
export type StreamSink = {
  /** A change of a record, or a beat with the hub's time; `cursor` is where to go on from. */
  change(cursor: string, change: Change): void;
  beat(cursor: string | null, now: string): void;
  /** The connection dropped; the browser is mending it. */ dropped(): void;
  /** It ended for good; only a new snapshot tells why. */ ended(): void;
};

/** One change of a shared record, as the feed sends it. The record is not checked here. */
export type Change = {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly record: { readonly id: string; readonly deleted?: boolean };
};

export type Stream = { close(): void };
export type OpenStream = (effect: Extract<LinkEffect, { readonly kind: "open" }>, sink: StreamSink) => Stream;

const isObject = (value: unknown): value is { readonly [member: string]: unknown } =>
  typeof value === "object" && value !== null;

/** Reads the data of a `change`; null when it is not one. */
export const parseChange = (data: string): Change | null => {
  const change = parse(data);
  if (!isObject(change) || typeof change.kind !== "string" || typeof change.id !== "string") return null;
  if (typeof change.version !== "number" || !isObject(change.record)) return null;
  const record = { ...change.record, id: change.id, version: change.version };
  return { kind: change.kind, id: change.id, version: change.version, record };
};

/** Reads the hub's time of a `beat`; null when it has none. */
export const parseBeat = (data: string): string | null => {
  const beat = parse(data);
  return isObject(beat) && typeof beat.now === "string" ? beat.now : null;
};

const parse = (data: string): unknown => {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
};

/** Opens the hub's stream of changes with the browser's own EventSource, whose reconnects send `Last-Event-ID`. */
export const openEventSource: OpenStream = ({ after }, sink) => {
  const source = new EventSource(`/api/v1/events?after=${encodeURIComponent(after)}`);
  source.addEventListener("change", ({ data, lastEventId }: MessageEvent<string>) => {
    const change = parseChange(data);
    if (change !== null) sink.change(lastEventId, change);
  });
  source.addEventListener("beat", ({ data, lastEventId }: MessageEvent<string>) => {
    const now = parseBeat(data);
    if (now !== null) sink.beat(lastEventId === "" ? null : lastEventId, now);
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) sink.ended();
    else sink.dropped();
  });
  return { close: () => source.close() };
};

/** Milliseconds: so old may be what is read without a stream. */
const READ_AGAIN_MS = 10_000;

/** Where a role has no stream: it lives, and ends soon, so that the lists are read again. */
export const openNone: OpenStream = (_, sink) => {
  const first = setTimeout(() => sink.beat(null, ""));
  const last = setTimeout(() => sink.ended(), READ_AGAIN_MS);
  return {
    close: () => {
      clearTimeout(first);
      clearTimeout(last);
    },
  };
};
