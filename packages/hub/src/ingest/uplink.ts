import { createHash } from "node:crypto";
import type { DeviceLink, DeviceWay } from "../ports/device-link.ts";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { TrustLevel } from "../ports/tenants.ts";
import {
  JSON_PROTOCOL,
  type Uplink,
  type UplinkFrame,
  type UplinkRelay,
  type UplinkResult,
  type UplinkSender,
} from "../ports/uplink.ts";
import type { EngineDeps } from "./deps.ts";
import type { BoundDevice, DeviceBook, Entry } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import type { FrameWork } from "./frame-work.ts";
import type { LinkLosses } from "./link-losses.ts";
import type { Pending } from "./link-reader.ts";
import { createLinkSpans, type LinkSpans } from "./link-spans.ts";
import type { RefusedFrames } from "./refused-frames.ts";
import { createUplinkConnection } from "./uplink-connection.ts";
import {
  createUplinkFrames,
  driverOf,
  fault,
  type Message,
  notCarried,
  OWN_TRUST,
  refusal,
  silent,
  wrongAddress,
} from "./uplink-frames.ts";

type Read = Exclude<OpenedFrame, { readonly kind: "broken" }>;

/** A request is no connection whose end would say anything. */
const noSpans: LinkSpans = { heard: () => {}, lost: () => {}, closed: () => {} };
const NOTHING = new Uint8Array(0);

/**
 * What a platform passes on has no serial, and several messages may be of one instant: what they say tells them apart. The same
 * message has the same.
 */
const serialOf = (bytes: Uint8Array): number => createHash("sha256").update(bytes).digest().readUInt16BE(0);

/** Frames and events that come by requests, each on a link that lives as long as its request, or by kept connections. */
export const createUplink = (
  deps: Pick<EngineDeps, "drivers" | "limits" | "figures" | "clock">,
  book: Pick<DeviceBook, "entryOf" | "boundTo" | "open">,
  work: FrameWork,
  losses: LinkLosses,
  refused: RefusedFrames,
  pending: Pending,
  downlink: IngestDownlink,
): Uplink => {
  const { drivers, limits, clock } = deps;
  const frames = createUplinkFrames(deps, work, refused, pending, downlink);

  /** What is to be sent to the device is the reply of its request. */
  const take = async (
    entry: Entry,
    remote: string,
    bytes: Uint8Array,
    message: Message,
    trust: TrustLevel,
    by: DeviceWay,
  ): Promise<UplinkResult> => {
    const replies: Uint8Array[] = [];
    const link: DeviceLink = {
      ...{ remote, by },
      send: (answer) => void replies.push(answer),
      isOpen: () => true,
      pause: () => {},
      resume: () => {},
    };
    const result = await frames.take(entry, link, bytes, message, trust);
    return { ...result, reply: replies.length === 0 ? null : Buffer.concat(replies) };
  };

  /** Whether the sender may speak for a device: it is itself, or names the sender as its gateway (SEC-DEV-18). */
  const carries = ({ deviceId }: UplinkSender, device: BoundDevice): boolean =>
    device.deviceId === deviceId || device.gatewayId === deviceId;

  /** The frame that these bytes are; what is none is kept with its reason. */
  const opened = (driver: ProtocolDriver, remote: string, bytes: Uint8Array, heardAs?: string): Read | UplinkResult => {
    const origin = { protocol: driver.id, remote };
    const cut = driver.cut(NOTHING, bytes);
    if (cut.frames.length !== 1 || cut.skipped.length > 0 || cut.carry.length > 0) {
      const error = fault(
        "not-one-frame",
        "hex",
        `应恰为一帧,此处有 ${cut.frames.length} 帧`,
        `It must be exactly one frame: there are ${cut.frames.length} in it.`,
        "EF-N.1",
      );
      refused.broken(origin, bytes, error);
      return refusal(error);
    }
    const frame = driver.open(bytes, clock(), heardAs);
    if (frame.kind !== "broken") return frame;
    refused.broken(origin, bytes, frame.error);
    return { ...refusal(frame.error), reply: frame.deny(clock()) };
  };

  const frame = async (from: UplinkSender, { protocol, wireAddress, bytes }: UplinkFrame): Promise<UplinkResult> => {
    const driver = driverOf(drivers, protocol);
    if ("status" in driver) return driver;
    const entry = book.entryOf(protocol, wireAddress);
    const device = entry?.device ?? null;
    if (entry === undefined || device === null || !carries(from, device)) return notCarried();
    const read = opened(driver, from.remote, bytes, wireAddress);
    if ("status" in read) return read;
    if (read.wireAddress !== wireAddress) return wrongAddress(read.wireAddress);
    if (read.kind === "answer") return frames.answered(entry, from.remote, bytes);
    const trust = device.deviceId === from.deviceId ? OWN_TRUST : driver.trust;
    const events = driver.eventsBy?.(device.profileId, bytes, clock()) ?? read.events;
    return take(entry, from.remote, bytes, { ...read, events }, trust, "http");
  };

  /** Whose it is must not contradict what the platform says; a device that nobody has registered is whoever it says. */
  const relayed = async (
    from: UplinkRelay,
    entry: Entry,
    bytes: Uint8Array,
    message: Message,
    least: TrustLevel,
  ): Promise<UplinkResult> => {
    const device = entry.device;
    if (device !== null && !(await from.speaksFor(device.deviceId)))
      return refusal(
        fault(
          "wrong-device",
          "",
          `设备 ${device.deviceId} 登记的 IMEI 与推送中的不同`,
          `The record of ${device.deviceId} names another IMEI than the push.`,
        ),
      );
    // By a platform our JSON goes to nobody: what its devices read is the platform's own.
    const isFramed = entry.protocol !== JSON_PROTOCOL;
    if (device !== null && isFramed && from.link !== null && entry.line?.isOpen() !== true) entry.line = from.link;
    return take(entry, from.remote, bytes, message, from.trust > least ? from.trust : least, "platform");
  };

  return {
    frame,
    events: async (from, bytes, serial, events) => {
      const entry = book.boundTo(from.deviceId);
      if (entry === undefined || entry.protocol !== JSON_PROTOCOL) return "no-address";
      return take(entry, from.remote, bytes, silent(entry.wireAddress, serial, events), OWN_TRUST, from.by ?? "http");
    },
    relayedFrame: async (from, protocol, bytes) => {
      const driver = driverOf(drivers, protocol);
      if ("status" in driver) return driver;
      const read = opened(driver, from.remote, bytes);
      if ("status" in read) return read;
      if (read.kind === "answer") {
        const entry = book.entryOf(protocol, read.wireAddress);
        if (entry !== undefined && entry.device !== null && (await from.speaksFor(entry.device.deviceId)))
          return frames.answered(entry, from.remote, bytes);
        return { status: "accepted", reply: null, error: null };
      }
      const entry = book.open(protocol, read.wireAddress);
      const events = driver.eventsBy?.(entry.device?.profileId ?? "", bytes, clock()) ?? read.events;
      return relayed(from, entry, bytes, { ...read, events }, driver.trust);
    },
    relayedEvents: (from, wireAddress, bytes, events) =>
      relayed(from, book.open(JSON_PROTOCOL, wireAddress), bytes, silent(wireAddress, serialOf(bytes), events), "T0"),
    connect: (from) =>
      createUplinkConnection(from, deps, book, frames, createLinkSpans(losses, downlink, clock), refused, downlink),
    once: (from) => createUplinkConnection(from, deps, book, frames, noSpans, refused, downlink),
    wayOf: (deviceId) => book.boundTo(deviceId)?.cameBy ?? null,
    isFull: () => pending.count > limits.pendingFrames,
  };
};
