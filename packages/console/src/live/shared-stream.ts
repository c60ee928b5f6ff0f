import type { LinkEffect } from "./link.ts";
import type { Change, OpenStream, Stream, StreamSink } from "./stream.ts";

/** What tabs of one browser tell each other. */
type Told =
  | { readonly kind: "change"; readonly cursor: string; readonly change: Change }
  | { readonly kind: "beat"; readonly cursor: string | null; readonly now: string }
  | { readonly kind: "dropped" | "ended" }
  /** Does anybody read? / I do, and what I read comes here. */
  | { readonly kind: "ask" | "here" };

/** What a browser gives its tabs. */
export type Tabs = {
  readonly channel: (name: string) => Pick<BroadcastChannel, "postMessage" | "close" | "onmessage">;
  /** One tab at a time runs `lead`, until its promise is over; an abort leaves the queue. */
  readonly lead: (name: string, signal: AbortSignal, lead: () => Promise<void>) => Promise<void>;
};

const NAME = "dianan-stream";

/**
 * One stream for all tabs of a browser (单浏览器一条数据流): over HTTP/1.1 it has six connections to a host, and a stream holds one. The
 * tab with the lock reads and relays; when it goes, the next goes on from the last cursor. Each tab begins with a stream of its
 * own from the cursor of its snapshot, and gives it up once that has caught up and the reader has answered: what was relayed meanwhile
 * was kept and comes after it. A relay is in the order of the feed, so that whatever is told twice ends as the hub has it.
 *
 * @param openOwn - opens a stream of this tab
 * @param tabs - null where the browser has no locks (it gives them to https and localhost only): each tab then reads for itself
 */
export const shareStream = (openOwn: OpenStream, tabs: Tabs | null, name: string = NAME): OpenStream =>
  tabs === null ? openOwn : (effect, sink) => openShared(openOwn, tabs, name, effect, sink);

const openShared = (
  openOwn: OpenStream,
  tabs: Tabs,
  name: string,
  effect: Extract<LinkEffect, { readonly kind: "open" }>,
  sink: StreamSink,
): Stream => {
  const channel = tabs.channel(name);
  const queue = new AbortController();
  /** What was relayed while this tab read for itself. */ let kept: Told[] = [];
  let after = effect.after;
  let own: Stream | null = null;
  let isCaughtUp = false;
  let isLed = false;
  let isOver = false;
  let stopLeading: (() => void) | null = null;

  const close = (): void => {
    if (isOver) return;
    isOver = true;
    own?.close();
    channel.close();
    queue.abort();
    stopLeading?.();
  };
  const take = (told: Told): void => {
    switch (told.kind) {
      case "change":
        after = told.cursor;
        sink.change(told.cursor, told.change);
        return;
      case "beat":
        after = told.cursor ?? after;
        sink.beat(told.cursor, told.now);
        return;
      case "dropped":
        sink.dropped();
        return;
      case "ended":
        // Over for every tab: its next snapshot says why, and nobody leads until somebody has one.
        close();
        sink.ended();
        return;
      case "ask":
      case "here":
        return;
    }
  };
  /** From here on the reader's word is enough. */
  const followIf = (): void => {
    if (own === null || stopLeading !== null || !isCaughtUp || !isLed) return;
    own.close();
    own = null;
    const late = kept;
    kept = [];
    for (const told of late) if (!isOver) take(told);
  };
  const heardOwn = (told: Told): void => {
    if (isOver) return;
    // The hub beats when it has nothing more to tell: this tab has all that there was.
    isCaughtUp = told.kind === "beat" || (isCaughtUp && told.kind === "change");
    if (stopLeading !== null) channel.postMessage(told);
    take(told);
    followIf();
  };
  const openMine = (): void => {
    own = openOwn(
      { kind: "open", after },
      {
        change: (cursor, change) => heardOwn({ kind: "change", cursor, change }),
        beat: (cursor, now) => heardOwn({ kind: "beat", cursor, now }),
        dropped: () => heardOwn({ kind: "dropped" }),
        ended: () => heardOwn({ kind: "ended" }),
      },
    );
  };
  channel.onmessage = ({ data }: MessageEvent<Told>): void => {
    if (isOver) return;
    if (data.kind === "ask") {
      if (stopLeading !== null && isCaughtUp) channel.postMessage({ kind: "here" } satisfies Told);
      return;
    }
    if (stopLeading !== null) return;
    if (own === null) {
      take(data);
      return;
    }
    // Another tab's trouble is not this one's while it reads for itself.
    if (data.kind === "dropped" || data.kind === "ended") return;
    isLed = true;
    kept.push(data);
    followIf();
  };
  const lead = (): Promise<void> => {
    if (isOver) return Promise.resolve();
    const leading = new Promise<void>((resolve) => {
      stopLeading = resolve;
    });
    kept = [];
    if (own === null) {
      isCaughtUp = false;
      openMine();
    }
    return leading;
  };
  openMine();
  channel.postMessage({ kind: "ask" } satisfies Told);
  // An abort is how a tab leaves the queue.
  tabs.lead(name, queue.signal, lead).catch(() => undefined);
  return { close };
};

/** The tabs of this browser; null where it does not let them take turns. */
export const browserTabs = (): Tabs | null => {
  const { navigator, BroadcastChannel: Channel } = globalThis as Partial<typeof globalThis>;
  const locks = navigator?.locks;
  if (locks === undefined || Channel === undefined) return null;
  return {
    channel: (name) => new Channel(name),
    lead: (name, signal, lead) => locks.request(name, { signal }, lead),
  };
};
