import type { Instant } from "@dianan/model";
import type { AcceptLink, DeviceLink, LinkReader } from "../ports/device-link.ts";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { EngineDeps } from "./deps.ts";
import type { DeviceBook, Entry } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import type { FrameWork } from "./frame-work.ts";
import type { LinkLosses } from "./link-losses.ts";
import { createLinkSpans } from "./link-spans.ts";
import type { PollLines } from "./poll-lines.ts";
import type { RefusedFrames } from "./refused-frames.ts";

/** Frames of one link between socket and disk; above it the link is paused. */
const PENDING_PER_LINK = 256;

/** Frames that wait for their commit, over all links. */
export type Pending = { count: number };

/** Makes the reader of each new link: cuts, decodes, and hands over what is a message. */
export const createLinkAcceptor = (
  driver: ProtocolDriver,
  deps: EngineDeps,
  book: DeviceBook,
  work: FrameWork,
  losses: LinkLosses,
  refused: RefusedFrames,
  pending: Pending,
  downlink: IngestDownlink,
  polls: PollLines,
): AcceptLink => {
  const { figures, limits, clock } = deps;
  const paused = new Set<DeviceLink>();

  const resumeAll = (): void => {
    if (paused.size === 0 || pending.count > limits.pendingFrames / 2) return;
    for (const link of paused) link.resume();
    paused.clear();
  };

  return (link): LinkReader => {
    const spans = createLinkSpans(losses, downlink, clock);
    const origin = { protocol: driver.id, remote: link.remote };
    let carry: Uint8Array = new Uint8Array(0);
    let own = 0;
    let isClosed = false;
    /** Nearly every link carries one address. */ let last: Entry | null = null;
    const line = driver.polling === undefined ? null : polls.open(link, driver.id, driver.polling);

    const done = (): void => {
      own -= 1;
      pending.count -= 1;
      resumeAll();
    };

    const takeBroken = (
      bytes: Uint8Array,
      receivedAt: Instant,
      { error, deny }: Extract<OpenedFrame, { readonly kind: "broken" }>,
    ): void => {
      const id = refused.broken(origin, bytes, error);
      figures.add("framesDeniedTotal");
      const sent = deny(receivedAt);
      if (sent !== null) link.send(sent);
      if (!deps.tap?.isWatched()) return;
      const common = {
        tenant: deps.tenant,
        protocol: driver.id,
        ...{ wireAddress: null, deviceId: null, receivedAt, remote: link.remote, events: [] },
      };
      const up = { id: id ?? deps.nextId(), bytes, direction: "up", verdict: "refused", ackMs: 0 } as const;
      deps.tap.passed({ ...common, ...up });
      if (sent === null) return;
      const down = { id: deps.nextId(), bytes: sent, direction: "down", verdict: "good", ackMs: null } as const;
      deps.tap.passed({ ...common, ...down });
    };

    /** True when it was a valid frame. */
    const takeFrame = (bytes: Uint8Array): boolean => {
      const receivedAt = clock();
      const opened = driver.open(bytes, receivedAt);
      switch (opened.kind) {
        case "broken":
          takeBroken(bytes, receivedAt, opened);
          return false;
        case "answer": {
          figures.add("framesAnswersTotal");
          const asked = book.entryOf(driver.id, opened.wireAddress);
          const answer = { wireAddress: opened.wireAddress, bytes, evidence: null, remote: link.remote };
          if (asked) downlink.tell(asked, (listener, id) => listener.answered(id, answer));
          return true;
        }
        case "message": {
          if (last?.wireAddress !== opened.wireAddress || book.entries.get(last.key) !== last)
            last = book.open(driver.id, opened.wireAddress);
          const entry = last;
          spans.heard(entry, link);
          const events = driver.eventsBy?.(entry.device?.profileId ?? "", bytes, receivedAt) ?? opened.events;
          for (const event of events)
            if (event.kind === "diagnostic")
              refused.diagnostic(origin, opened.wireAddress, bytes, event.code, event.text);
          const message = events === opened.events ? opened : { ...opened, events };
          own += 1;
          pending.count += 1;
          figures.add("framesTakenTotal");
          work.take(entry, { link, bytes, receivedAt, message, trust: driver.trust, done });
          return true;
        }
      }
    };

    return {
      read: (chunk) => {
        const cut = driver.cut(carry, chunk);
        carry = cut.carry;
        for (const run of cut.skipped) refused.skipped(origin, run.bytes);
        let valid = 0;
        for (const frame of cut.frames) {
          if (takeFrame(frame)) valid += 1;
          line?.heard(frame);
        }
        if (own > PENDING_PER_LINK || pending.count > limits.pendingFrames) {
          paused.add(link);
          link.pause();
          figures.add("linksPausedTotal");
        }
        return { unfinished: carry.length > 0, valid };
      },
      isBusy: () => own > 0,
      closed: () => {
        if (isClosed) return;
        isClosed = true;
        paused.delete(link);
        line?.closed();
        spans.closed();
      },
    };
  };
};
