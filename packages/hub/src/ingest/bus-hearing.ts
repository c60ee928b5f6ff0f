import type { Instant, ModelEvent } from "@dianan/model";
import type { DeviceLink } from "../ports/device-link.ts";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { BusDeps } from "./bus-lines.ts";
import type { Entry } from "./device-book.ts";

/** What is said on one connection of a line, on its way to the store and to who looks. */
export type BusHearing = {
  /** A question left. */ asked(wireAddress: string, bytes: Uint8Array): void;
  /** A unit has answered. */
  heard(wireAddress: string, bytes: Uint8Array, receivedAt: Instant, events: readonly ModelEvent[]): void;
  /** Keeps what an integrator should know, once per finding. */
  diagnose(wireAddress: string, bytes: Uint8Array, events: readonly ModelEvent[]): void;
  isBusy(): boolean;
  closed(): void;
};

const NOTHING = new Uint8Array(0);

export const createBusHearing = (
  { deps, book, work, losses, refused, pending }: BusDeps,
  driver: ProtocolDriver,
  link: DeviceLink,
): BusHearing => {
  const origin = { protocol: driver.id, remote: link.remote };
  const spans = new Map<Entry, { readonly firstHeardAt: number; lastHeardAt: number }>();
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
    heard: (wireAddress, bytes, receivedAt, events) => {
      const entry = book.open(driver.id, wireAddress);
      const span = spans.get(entry);
      if (span) span.lastHeardAt = receivedAt;
      else {
        spans.set(entry, { firstHeardAt: receivedAt, lastHeardAt: receivedAt });
        losses.began(entry);
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
        isReply: false,
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
      for (const [entry, span] of spans) losses.ended(entry, span, now);
      spans.clear();
    },
  };
};
