import type { Instant } from "@dianan/model";
import type { AcceptLink, LinkReader } from "../ports/device-link.ts";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { EngineDeps } from "./deps.ts";
import type { DeviceBook, Entry } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import type { FrameWork } from "./frame-work.ts";
import type { LinkLosses } from "./link-losses.ts";
import { createLinkSpans } from "./link-spans.ts";
import type { PollLines } from "./poll-lines.ts";
import type { ReadTurns } from "./read-turns.ts";
import type { RefusedFrames } from "./refused-frames.ts";

const NONE: readonly Uint8Array[] = [];

/** Frames that wait for their commit, over all links. */
export type Pending = { count: number };

export type LinkParts = {
  readonly deps: EngineDeps;
  readonly book: DeviceBook;
  readonly work: FrameWork;
  readonly losses: LinkLosses;
  readonly refused: RefusedFrames;
  readonly pending: Pending;
  readonly downlink: IngestDownlink;
  readonly polls: PollLines;
  readonly turns: ReadTurns;
};

/** Makes the reader of each new link: cuts, decodes, and hands over what is a message, turn by turn. */
export const createLinkAcceptor = (driver: ProtocolDriver, parts: LinkParts): AcceptLink => {
  const { deps, book, work, losses, refused, pending, downlink, polls, turns } = parts;
  const { figures, clock } = deps;

  return (link): LinkReader => {
    const spans = createLinkSpans(losses, downlink, clock);
    const origin = { protocol: driver.id, remote: link.remote };
    let carry: Uint8Array = new Uint8Array(0);
    /** Cut, and not yet handed on. */ let waiting: readonly Uint8Array[] = NONE;
    let isPaused = false;
    /** What it has brought last has an alarm in it. */ let isUrgent = false;
    /** Frames that are not yet answered. */ let own = 0;
    /** Valid frames that the transport was not yet told of. */ let valid = 0;
    let isClosed = false;
    /** Nearly every link carries one address. */ let last: Entry | null = null;
    const line = driver.polling === undefined ? null : polls.open(link, driver.id, driver.polling);

    const done = (): void => {
      own -= 1;
      pending.count -= 1;
      turns.settled();
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
      const opened = driver.open(bytes, receivedAt, last?.wireAddress);
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
          if (last?.wireAddress !== opened.wireAddress || last.isForgotten)
            last = book.open(driver.id, opened.wireAddress);
          const entry = last;
          spans.heard(entry, link);
          const events = driver.eventsBy?.(entry.device?.profileId ?? "", bytes, receivedAt) ?? opened.events;
          for (const event of events)
            if (event.kind === "diagnostic")
              refused.diagnostic(origin, opened.wireAddress, bytes, event.code, event.text);
            else if (event.kind === "condition" && event.present) isUrgent = true;
          const message = events === opened.events ? opened : { ...opened, events };
          own += 1;
          pending.count += 1;
          turns.taken();
          figures.add("framesTakenTotal");
          work.take(entry, { link, bytes, receivedAt, message, trust: driver.trust, done });
          return true;
        }
      }
    };

    const take = (frames: readonly Uint8Array[]): void => {
      isUrgent = false;
      for (const frame of frames) {
        if (takeFrame(frame)) valid += 1;
        line?.heard(frame);
      }
    };
    /** Hands on what one turn may bring; the rest waits for the next one. */
    const takeTurn = (frames: readonly Uint8Array[]): void => {
      const share = turns.share();
      waiting = frames.length > share ? frames.slice(share) : NONE;
      take(waiting === NONE ? frames : frames.slice(0, share));
      isPaused = waiting.length > 0 || turns.isCrowded();
      if (isPaused) turns.wait(turn, isUrgent);
    };
    const turn = (): void => {
      try {
        if (waiting.length > 0) takeTurn(waiting);
        else isPaused = false;
      } catch (error) {
        // As the transport does with what a chunk throws.
        deps.log(`${link.remote}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        [waiting, isPaused] = [NONE, false];
        link.end?.();
      }
      if (!isPaused) link.resume();
    };

    return {
      read: (chunk) => {
        const cut = driver.cut(carry, chunk);
        carry = cut.carry;
        for (const run of cut.skipped) refused.skipped(origin, run.bytes);
        if (isPaused) waiting = [...waiting, ...cut.frames];
        else {
          takeTurn(cut.frames);
          if (isPaused) link.pause();
        }
        const state = { unfinished: carry.length > 0, valid };
        valid = 0;
        return state;
      },
      isBusy: () => own > 0 || waiting.length > 0,
      closed: () => {
        if (isClosed) return;
        isClosed = true;
        turns.leave(turn);
        // They have come, and nobody says that they will come again.
        take(waiting);
        waiting = NONE;
        line?.closed();
        spans.closed();
      },
    };
  };
};
