import type { UplinkConnection, UplinkPeer } from "../ports/uplink.ts";
import type { EngineDeps } from "./deps.ts";
import type { DeviceBook, Entry } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import type { LinkSpans } from "./link-spans.ts";
import type { RefusedFrames } from "./refused-frames.ts";
import { driverOf, fault, notCarried, OWN_TRUST, refusal, silent, type UplinkFrames } from "./uplink-frames.ts";

const NOTHING = new Uint8Array(0);
/** Frames in one payload; a payload is 64 KiB at most. */
const FRAMES_MAX = 100;

/** A connection of a device with its gateway's others, or of a broker with whoever it has let in. */
export const createUplinkConnection = (
  { deviceId, remote }: UplinkPeer,
  { drivers, figures }: Pick<EngineDeps, "drivers" | "figures">,
  book: Pick<DeviceBook, "entryOf" | "open">,
  frames: UplinkFrames,
  spans: LinkSpans,
  refused: RefusedFrames,
  downlink: IngestDownlink,
): UplinkConnection => {
  const isCarried = (entry: Entry | undefined): entry is Entry =>
    entry?.device != null && (entry.device.deviceId === deviceId || entry.device.gatewayId === deviceId);
  /** What a broker brings may be of a stranger, as on a door of its protocol. */
  const carries = (entry: Entry | undefined): boolean => deviceId === null || isCarried(entry);

  return {
    carries: ({ protocol, wireAddress }) => carries(book.entryOf(protocol, wireAddress)),
    deviceAt: ({ protocol, wireAddress }) => {
      const entry = book.entryOf(protocol, wireAddress);
      return carries(entry) ? (entry?.device?.deviceId ?? null) : null;
    },
    reachable: ({ protocol, wireAddress }, way) => {
      const entry = book.entryOf(protocol, wireAddress);
      if (!isCarried(entry)) return;
      spans.heard(entry, way);
      downlink.tell(entry, (listener, id) => listener.spoke(id));
    },
    frames: async (at, way, payload) => {
      const { protocol, wireAddress } = at;
      const driver = driverOf(drivers, protocol);
      if ("status" in driver) return [driver];
      if (!carries(book.entryOf(protocol, wireAddress))) return [notCarried()];
      const cut = driver.cut(NOTHING, payload);
      for (const run of cut.skipped) refused.skipped({ protocol, remote }, run.bytes);
      const whole = cut.frames.slice(0, FRAMES_MAX);
      const results = whole.map((bytes) => {
        let heard: Entry | null = null;
        const entryOf = (): Entry => {
          heard ??= book.open(protocol, wireAddress);
          spans.heard(heard, way);
          return heard;
        };
        const isOwn = deviceId !== null && book.entryOf(protocol, wireAddress)?.device?.deviceId === deviceId;
        return frames.one(driver, at, way, bytes, entryOf, isOwn ? OWN_TRUST : driver.trust);
      });
      const answered = await Promise.all(results);
      const isWhole = cut.carry.length === 0 && cut.skipped.length === 0 && whole.length === cut.frames.length;
      if (isWhole && whole.length > 0) return answered;
      const error = fault(
        "not-whole-frames",
        "",
        `载荷应为 1 至 ${FRAMES_MAX} 个完整报文`,
        `The payload must be 1 to ${FRAMES_MAX} whole frames.`,
        "EF-N.1",
      );
      if (cut.carry.length > 0 || cut.skipped.length === 0) refused.broken({ protocol, remote }, payload, error);
      return [...answered, refusal(error)];
    },
    events: async ({ protocol, wireAddress }, way, bytes, serial, events) => {
      if (!carries(book.entryOf(protocol, wireAddress))) return notCarried();
      const entry = book.open(protocol, wireAddress);
      spans.heard(entry, way);
      // A broker is a registered source (T1): it may have let in anybody.
      const trust = deviceId === null ? "T1" : entry.device?.deviceId === deviceId ? OWN_TRUST : "T1";
      return frames.take(entry, way, bytes, silent(wireAddress, serial, events), trust);
    },
    broken: ({ protocol }, bytes, error) => {
      refused.broken({ protocol, remote }, bytes, error);
      figures.add("framesDeniedTotal");
    },
    lost: ({ protocol, wireAddress }) => {
      const entry = book.entryOf(protocol, wireAddress);
      if (entry !== undefined) spans.lost(entry);
    },
    closed: () => spans.closed(),
  };
};
