import type { Instant, ModelEvent } from "@dianan/model";
import type { DeviceLink } from "../ports/device-link.ts";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { BusDeps } from "./bus-lines.ts";
import type { Entry } from "./device-book.ts";

/** `isReply`: to something that was not polled. */
type Heard = {
  readonly bytes: Uint8Array;
  readonly receivedAt: Instant;
  readonly events: readonly ModelEvent[];
  readonly isReply: boolean;
};

/** What is said on one connection of a line, on its way to the store and to who looks. */
export type BusHearing = {
  /** A question left. */ asked(wireAddress: string, bytes: Uint8Array): void;
  /** A unit has answered. */ heard(wireAddress: string, answer: Heard): void;
  /** Keeps what an integrator should know, once per finding. */
  diagnose(wireAddress: string, bytes: Uint8Array, events: readonly ModelEvent[]): void;
  isBusy(): boolean;
  closed(): void;
};

const NOTHING = new Uint8Array(0);

export const createBusHearing = (
  { deps, book, work, losses, refused, pending, downlink }: BusDeps,
  driver: ProtocolDriver,
  link: DeviceLink,
  sendOnce: (wireAddress: string, bytes: Uint8Array) => void,
): BusHearing => {
  const origin = { protocol: driver.id, remote: link.remote };
  const spans = new Map<Entry, { readonly firstHeardAt: number; lastHeardAt: number }>();
  const lines = new Map<Entry, DeviceLink>();
  let own = 0;
  let serial = 0;

  const diagnose: BusHearing["diagnose"] = (wireAddress, bytes, events) => {
    for (const event of events)
      if (event.kind === "diagnostic") refused.diagnostic(origin, wireAddress, bytes, event.code, event.text);
  };

  return {
    asked: (wireAddress, bytes) => {
      if (!deps.tap?.isWatched()) return;
      const deviceId = book.entryOf(driver.id, wireAddress)?.device?.deviceId ?? null;
      deps.tap.passed({
        ...{ tenant: deps.tenant, protocol: driver.id, wireAddress, deviceId, remote: link.remote, bytes },
        ...{ id: deps.nextId(), receivedAt: deps.clock(), direction: "down", verdict: "good", events: [], ackMs: null },
      });
    },
    heard: (wireAddress, { bytes, receivedAt, events, isReply }) => {
      const entry = book.open(driver.id, wireAddress);
      const span = spans.get(entry);
      if (span) span.lastHeardAt = receivedAt;
      else {
        spans.set(entry, { firstHeardAt: receivedAt, lastHeardAt: receivedAt });
        losses.began(entry);
        // Two requests at once destroy each other: what is sent to a unit waits for its turn on the line.
        entry.line = { ...link, send: (sent) => sendOnce(wireAddress, sent) };
        lines.set(entry, entry.line);
      }
      diagnose(wireAddress, bytes, events);
      serial = (serial + 1) % 0x1_0000;
      own += 1;
      pending.count += 1;
      deps.figures.add("framesTakenTotal");
      const message: Extract<OpenedFrame, { readonly kind: "message" }> = {
        kind: "message",
        wireAddress,
        serial,
        answer: "none",
        isReply,
        isPolled: true,
        events,
        confirm: () => NOTHING,
        deny: () => null,
      };
      const done = (): void => {
        own -= 1;
        pending.count -= 1;
      };
      work.take(entry, { link, bytes, receivedAt, message, trust: driver.trust, done });
    },
    diagnose,
    isBusy: () => own > 0,
    closed: () => {
      const now = deps.clock();
      for (const [entry, span] of spans) {
        losses.ended(entry, span, now);
        if (entry.line !== lines.get(entry)) continue;
        entry.line = null;
        downlink.tell(entry, (listener, id) => listener.lost(id));
      }
      spans.clear();
    },
  };
};
