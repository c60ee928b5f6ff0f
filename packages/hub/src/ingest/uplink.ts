import type { ModelEvent } from "@dianan/model";
import type { DeviceLink } from "../ports/device-link.ts";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
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
import type { Pending } from "./link-reader.ts";
import type { RefusedFrames } from "./refused-frames.ts";

type Message = Extract<OpenedFrame, { readonly kind: "message" }>;
type Read = Exclude<OpenedFrame, { readonly kind: "broken" }>;

/** A device's own key proves who sends; what it carries for others is as trusted as their protocol. */
const OWN_TRUST: TrustLevel = "T2";
const NOTHING = new Uint8Array(0);

const fault = (code: string, path: string, zh: string, en: string, clause = "SEC-DEV-18"): JsonObject => ({
  ...{ code, offset: 0, path, clause, message: { zh, en } },
});
const refusal = (error: JsonObject, reply: Uint8Array | null = null): UplinkResult => ({
  ...{ status: "refused", reply, error },
});

/** Frames and events that come over HTTP, each on a link that lives as long as its request. */
export const createUplink = (
  { drivers, limits, figures, clock }: Pick<EngineDeps, "drivers" | "limits" | "figures" | "clock">,
  book: Pick<DeviceBook, "entryOf" | "boundTo" | "open">,
  work: FrameWork,
  refused: RefusedFrames,
  pending: Pending,
  downlink: IngestDownlink,
): Uplink => {
  const take = (
    entry: Entry,
    remote: string,
    bytes: Uint8Array,
    message: Message,
    trust: TrustLevel,
  ): Promise<UplinkResult> =>
    new Promise((resolve) => {
      const replies: Uint8Array[] = [];
      const link: DeviceLink = {
        remote,
        send: (answer) => void replies.push(answer),
        isOpen: () => true,
        pause: () => {},
        resume: () => {},
      };
      for (const event of message.events)
        if (event.kind === "diagnostic")
          refused.diagnostic({ protocol: entry.protocol, remote }, entry.wireAddress, bytes, event.code, event.text);
      pending.count += 1;
      figures.add("framesTakenTotal");
      work.take(entry, {
        ...{ link, bytes, receivedAt: clock(), message, trust },
        done: () => {
          pending.count -= 1;
        },
        answered: (outcome) => {
          const reply = replies.length === 0 ? null : Buffer.concat(replies);
          // Of a device that nobody has registered there may be no room in the list: sending it again changes nothing.
          const error =
            entry.device === null
              ? fault(
                  "not-listed",
                  "",
                  "未登记设备过多,未予列入",
                  "Too many unregistered devices are listed.",
                  "SEC-DEV-01",
                )
              : fault("not-stored", "", "未能落盘,请稍后重发", "It could not be stored: send it again.", "EF-4.4.3");
          if (outcome === "denied") resolve(refusal(error, reply));
          else resolve({ status: outcome === "repeat" ? "duplicate" : "accepted", reply, error: null });
        },
      });
    });

  /** Whether the sender may speak for a device: it is itself, or names the sender as its gateway (SEC-DEV-18). */
  const carries = ({ deviceId }: UplinkSender, device: BoundDevice): boolean =>
    device.deviceId === deviceId || device.gatewayId === deviceId;

  const driverOf = (protocol: string): ProtocolDriver | UplinkResult => {
    const driver = drivers.get(protocol);
    if (driver !== undefined && driver.bus === undefined) return driver;
    const known = [...drivers.values()].filter(({ bus }) => bus === undefined).map(({ id }) => id);
    const names = known.join(", ");
    return refusal(fault("unknown-protocol", "protocol", `可用 ${names}`, `The hub takes ${names}.`, "EF-N.1"));
  };

  /** The frame that these bytes are; what is none is kept with its reason. */
  const opened = (driver: ProtocolDriver, remote: string, bytes: Uint8Array): Read | UplinkResult => {
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
    const frame = driver.open(bytes, clock());
    if (frame.kind !== "broken") return frame;
    refused.broken(origin, bytes, frame.error);
    return refusal(frame.error, frame.deny(clock()));
  };

  const answered = (entry: Entry, remote: string, bytes: Uint8Array): UplinkResult => {
    figures.add("framesAnswersTotal");
    const answer = { wireAddress: entry.wireAddress, bytes, evidence: null, remote };
    downlink.tell(entry, (listener, id) => listener.answered(id, answer));
    return { status: "accepted", reply: null, error: null };
  };

  const frame = async (from: UplinkSender, { protocol, wireAddress, bytes }: UplinkFrame): Promise<UplinkResult> => {
    const driver = driverOf(protocol);
    if ("status" in driver) return driver;
    const entry = book.entryOf(protocol, wireAddress);
    const device = entry?.device ?? null;
    if (entry === undefined || device === null || !carries(from, device))
      return refusal(
        fault(
          "not-carried",
          "wireAddress",
          "该地址不是本设备,也不是经本设备(gatewayId)接入的设备;请先登记",
          "It is neither this device's address nor that of a device whose gatewayId is this device: register it first.",
        ),
      );
    const read = opened(driver, from.remote, bytes);
    if ("status" in read) return read;
    if (read.wireAddress !== wireAddress)
      return refusal(
        fault(
          "wrong-address",
          "wireAddress",
          `报文内的地址是 ${read.wireAddress}`,
          `The frame is of ${read.wireAddress}: name the address that it has.`,
        ),
      );
    if (read.kind === "answer") return answered(entry, from.remote, bytes);
    const trust = device.deviceId === from.deviceId ? OWN_TRUST : driver.trust;
    return take(entry, from.remote, bytes, read, trust);
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
    if (device !== null && from.link !== null && entry.line?.isOpen() !== true) entry.line = from.link;
    return take(entry, from.remote, bytes, message, from.trust > least ? from.trust : least);
  };
  const silent = (wireAddress: string, serial: number, events: readonly ModelEvent[]): Message => ({
    ...{ kind: "message", wireAddress, serial: serial % 65_536, answer: "none", isReply: false, events },
    ...{ confirm: () => NOTHING, deny: () => null },
  });

  return {
    frame,
    events: async (from, bytes, serial, events) => {
      const entry = book.boundTo(from.deviceId);
      if (entry === undefined || entry.protocol !== JSON_PROTOCOL) return "no-address";
      return take(entry, from.remote, bytes, silent(entry.wireAddress, serial, events), OWN_TRUST);
    },
    relayedFrame: async (from, protocol, bytes) => {
      const driver = driverOf(protocol);
      if ("status" in driver) return driver;
      const read = opened(driver, from.remote, bytes);
      if ("status" in read) return read;
      if (read.kind === "answer") {
        const entry = book.entryOf(protocol, read.wireAddress);
        if (entry !== undefined && entry.device !== null && (await from.speaksFor(entry.device.deviceId)))
          return answered(entry, from.remote, bytes);
        return { status: "accepted", reply: null, error: null };
      }
      const entry = book.open(protocol, read.wireAddress);
      const events = driver.eventsBy?.(entry.device?.profileId ?? "", bytes, clock()) ?? read.events;
      return relayed(from, entry, bytes, { ...read, events }, driver.trust);
    },
    relayedEvents: (from, wireAddress, bytes, events) =>
      relayed(from, book.open(JSON_PROTOCOL, wireAddress), bytes, silent(wireAddress, 0, events), "T0"),
    isFull: () => pending.count > limits.pendingFrames,
  };
};
