import type { DeviceLink } from "../ports/device-link.ts";
import type { OpenedFrame } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import type { TrustLevel } from "../ports/tenants.ts";
import { JSON_PROTOCOL, type Uplink, type UplinkFrame, type UplinkResult, type UplinkSender } from "../ports/uplink.ts";
import type { EngineDeps } from "./deps.ts";
import type { BoundDevice, DeviceBook, Entry } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import type { FrameWork } from "./frame-work.ts";
import type { Pending } from "./link-reader.ts";
import type { RefusedFrames } from "./refused-frames.ts";

type Message = Extract<OpenedFrame, { readonly kind: "message" }>;

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
  book: Pick<DeviceBook, "entryOf" | "boundTo">,
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
          const error = fault(
            "not-stored",
            "",
            "未能落盘,请稍后重发",
            "It could not be stored: send it again.",
            "EF-4.4.3",
          );
          if (outcome === "denied") resolve(refusal(error, reply));
          else resolve({ status: outcome === "repeat" ? "duplicate" : "accepted", reply, error: null });
        },
      });
    });

  /** Whether the sender may speak for a device: it is itself, or names the sender as its gateway (SEC-DEV-18). */
  const carries = ({ deviceId }: UplinkSender, device: BoundDevice): boolean =>
    device.deviceId === deviceId || device.gatewayId === deviceId;

  const frame = async (from: UplinkSender, { protocol, wireAddress, bytes }: UplinkFrame): Promise<UplinkResult> => {
    const driver = drivers.get(protocol);
    if (driver === undefined) {
      const known = [...drivers.keys()].join(", ");
      return refusal(fault("unknown-protocol", "protocol", `可用 ${known}`, `The hub speaks ${known}.`, "EF-N.1"));
    }
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
    const origin = { protocol, remote: from.remote };
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
    const opened = driver.open(bytes, clock());
    if (opened.kind === "broken") {
      refused.broken(origin, bytes, opened.error);
      return refusal(opened.error, opened.deny(clock()));
    }
    if (opened.wireAddress !== wireAddress)
      return refusal(
        fault(
          "wrong-address",
          "wireAddress",
          `报文内的地址是 ${opened.wireAddress}`,
          `The frame is of ${opened.wireAddress}: name the address that it has.`,
        ),
      );
    if (opened.kind === "answer") {
      figures.add("framesAnswersTotal");
      const answer = { wireAddress, bytes, evidence: null, remote: from.remote };
      downlink.tell(entry, (listener, id) => listener.answered(id, answer));
      return { status: "accepted", reply: null, error: null };
    }
    const trust = device.deviceId === from.deviceId ? OWN_TRUST : driver.trust;
    return take(entry, from.remote, bytes, opened, trust);
  };

  return {
    frame,
    events: async (from, bytes, serial, events) => {
      const entry = book.boundTo(from.deviceId);
      if (entry === undefined || entry.protocol !== JSON_PROTOCOL) return "no-address";
      const { wireAddress } = entry;
      const message: Message = {
        ...{ kind: "message", wireAddress, serial: serial % 65_536, answer: "none", isReply: false, events },
        ...{ confirm: () => NOTHING, deny: () => null },
      };
      return take(entry, from.remote, bytes, message, OWN_TRUST);
    },
    isFull: () => pending.count > limits.pendingFrames,
  };
};
