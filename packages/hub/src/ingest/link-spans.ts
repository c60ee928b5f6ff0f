import type { LinkSpan } from "../core/link-loss.ts";
import type { DeviceLink } from "../ports/device-link.ts";
import type { EngineDeps } from "./deps.ts";
import type { Entry } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import type { LinkLosses } from "./link-losses.ts";

/** Addresses of one connection whose presence depends on it. */
const ADDRESSES_MAX = 1_024;

type Span = { readonly entry: Entry; readonly firstHeardAt: number; lastHeardAt: number; link: DeviceLink };

/** Which addresses one connection carries, and since when. */
export type LinkSpans = {
  /** This address has spoken, or can be spoken to, by this way. */ heard(entry: Entry, link: DeviceLink): void;
  /** One address has gone, the connection stays. */ lost(entry: Entry): void;
  /** The connection has ended. */ closed(): void;
};

export const createLinkSpans = (
  losses: LinkLosses,
  downlink: IngestDownlink,
  clock: EngineDeps["clock"],
): LinkSpans => {
  const spans = new Map<Entry, Span>();
  /** Nearly every link carries one address. */ let last: Span | null = null;
  const ended = (entry: Entry, span: Span, at: ReturnType<typeof clock>): void => {
    losses.ended(entry, span satisfies LinkSpan, at);
    if (entry.line !== span.link) return;
    entry.line = null;
    downlink.tell(entry, (listener, id) => listener.lost(id));
  };
  return {
    heard: (entry, link) => {
      const now = clock();
      const span = last?.entry === entry ? last : spans.get(entry);
      if (span) {
        span.lastHeardAt = now;
        span.link = link;
        last = span;
      } else if (spans.size < ADDRESSES_MAX) {
        last = { entry, firstHeardAt: now, lastHeardAt: now, link };
        spans.set(entry, last);
        losses.began(entry);
      } else return;
      entry.line = link;
    },
    lost: (entry) => {
      const span = spans.get(entry);
      if (span === undefined) return;
      spans.delete(entry);
      if (last === span) last = null;
      ended(entry, span, clock());
    },
    closed: () => {
      const now = clock();
      for (const [entry, span] of spans) ended(entry, span, now);
      spans.clear();
      last = null;
    },
  };
};
