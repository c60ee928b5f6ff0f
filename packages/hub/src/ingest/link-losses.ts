import type { Instant } from "@dianan/model";
import { isKept, isStorm, type LinkSpan, noLinkEnds, stepLinkEnds } from "../core/link-loss.ts";
import type { DeviceBook, Entry } from "./device-book.ts";

/** Which addresses have a link, and what the end of one says of its device. */
export type LinkLosses = {
  began(entry: Entry): void;
  /** A link of this address has ended. */ ended(entry: Entry, span: LinkSpan, at: Instant): void;
  /** When it lost the link that it keeps; null when it has one, does not keep one, or lost it together with many others. */
  lostAt(entry: Entry): number | null;
};

export const createLinkLosses = (book: DeviceBook): LinkLosses => {
  let ends = noLinkEnds;
  let open = 0;
  return {
    began: (entry) => {
      if (entry.links === 0) open += 1;
      entry.links += 1;
      entry.linkLostAt = null;
    },
    ended: (entry, span, at) => {
      entry.links -= 1;
      if (entry.links > 0) return;
      ends = stepLinkEnds(ends, at, open);
      open -= 1;
      const { device } = entry;
      if (device && isKept(span, { linkGraceMs: device.rules.linkGraceMs, periodMs: device.periodMs }))
        entry.linkLostAt = at;
      book.reschedule(entry);
    },
    lostAt: (entry) => {
      if (entry.linkLostAt !== null && isStorm(ends, entry.linkLostAt)) entry.linkLostAt = null;
      return entry.linkLostAt;
    },
  };
};
