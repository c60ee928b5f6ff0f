import type { DeviceLink } from "../ports/device-link.ts";
import type { Drivers, OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import type { TrustLevel } from "../ports/tenants.ts";
import type { UplinkAddress, UplinkResult } from "../ports/uplink.ts";
import type { EngineDeps } from "./deps.ts";
import type { Entry } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import type { FrameWork } from "./frame-work.ts";
import type { Pending } from "./link-reader.ts";
import type { RefusedFrames } from "./refused-frames.ts";

export type Message = Extract<OpenedFrame, { readonly kind: "message" }>;

/** A device's own key proves who sends; what it carries for others is as trusted as their protocol. */
export const OWN_TRUST: TrustLevel = "T2";
const NOTHING = new Uint8Array(0);

export const fault = (code: string, path: string, zh: string, en: string, clause = "SEC-DEV-18"): JsonObject => ({
  ...{ code, offset: 0, path, clause, message: { zh, en } },
});
export const refusal = (error: JsonObject): UplinkResult => ({ ...{ status: "refused", reply: null, error } });
export const notCarried = (): UplinkResult =>
  refusal(
    fault(
      "not-carried",
      "wireAddress",
      "该地址不是本设备,也不是经本设备(gatewayId)接入的设备;请先登记",
      "It is neither this device's address nor that of a device whose gatewayId is this device: register it first.",
    ),
  );
export const wrongAddress = (wireAddress: string): UplinkResult =>
  refusal(
    fault(
      "wrong-address",
      "wireAddress",
      `报文内的地址是 ${wireAddress}`,
      `The frame is of ${wireAddress}: name the address that it has.`,
    ),
  );

/** The driver of frames that come one by one; a line of several units has none. */
export const driverOf = (drivers: Drivers, protocol: string): ProtocolDriver | UplinkResult => {
  const driver = drivers.get(protocol);
  if (driver !== undefined && driver.bus === undefined) return driver;
  const known = [...drivers.values()].filter(({ bus }) => bus === undefined).map(({ id }) => id);
  const names = known.join(", ");
  return refusal(fault("unknown-protocol", "protocol", `可用 ${names}`, `The hub takes ${names}.`, "EF-N.1"));
};

/** A message without bytes of a protocol. */
export const silent = (wireAddress: string, serial: number, events: Message["events"]): Message => ({
  ...{ kind: "message", wireAddress, serial: serial % 65_536, answer: "none", isReply: false, events },
  ...{ confirm: () => NOTHING, deny: () => null },
});

/** Frames and messages that come one by one, each with a result of its own. What is to be answered goes by `way`. */
export type UplinkFrames = {
  /** One frame, said to be of this address. `entryOf`: of whom it is, once it was read. */
  one(
    driver: ProtocolDriver,
    at: UplinkAddress,
    way: DeviceLink,
    bytes: Uint8Array,
    entryOf: () => Entry,
    trust: TrustLevel,
  ): Promise<UplinkResult>;
  /** A message that was read. */
  take(entry: Entry, way: DeviceLink, bytes: Uint8Array, message: Message, trust: TrustLevel): Promise<UplinkResult>;
  /** Bytes that answer what the hub has asked. */ answered(
    entry: Entry,
    remote: string,
    bytes: Uint8Array,
  ): UplinkResult;
};

export const createUplinkFrames = (
  { figures, clock }: Pick<EngineDeps, "figures" | "clock">,
  work: FrameWork,
  refused: RefusedFrames,
  pending: Pending,
  downlink: IngestDownlink,
): UplinkFrames => {
  const take = (
    entry: Entry,
    link: DeviceLink,
    bytes: Uint8Array,
    message: Message,
    trust: TrustLevel,
  ): Promise<UplinkResult> =>
    new Promise((resolve) => {
      for (const event of message.events)
        if (event.kind === "diagnostic")
          refused.diagnostic(
            { protocol: entry.protocol, remote: link.remote },
            entry.wireAddress,
            bytes,
            event.code,
            event.text,
          );
      pending.count += 1;
      figures.add("framesTakenTotal");
      work.take(entry, {
        ...{ link, bytes, receivedAt: clock(), message, trust },
        done: () => {
          pending.count -= 1;
        },
        answered: (outcome) => {
          if (outcome === "stored" || outcome === "repeat") {
            resolve({ status: outcome === "repeat" ? "duplicate" : "accepted", reply: null, error: null });
            return;
          }
          // Where there is no room in the list of unregistered devices, sending it again changes nothing.
          const error =
            outcome === "unlisted"
              ? fault(
                  "not-listed",
                  "",
                  "未登记设备过多,未予列入",
                  "Too many unregistered devices are listed.",
                  "SEC-DEV-01",
                )
              : fault("not-stored", "", "未能落盘,请稍后重发", "It could not be stored: send it again.", "EF-4.4.3");
          resolve(refusal(error));
        },
      });
    });

  const answered: UplinkFrames["answered"] = (entry, remote, bytes) => {
    figures.add("framesAnswersTotal");
    const answer = { wireAddress: entry.wireAddress, bytes, evidence: null, remote };
    downlink.tell(entry, (listener, id) => listener.answered(id, answer));
    return { status: "accepted", reply: null, error: null };
  };

  return {
    one: async (driver, { protocol, wireAddress }, way, bytes, entryOf, trust) => {
      const opened = driver.open(bytes, clock(), wireAddress);
      if (opened.kind === "broken") {
        refused.broken({ protocol, remote: way.remote }, bytes, opened.error);
        figures.add("framesDeniedTotal");
        const denied = opened.deny(clock());
        if (denied !== null) way.send(denied);
        return refusal(opened.error);
      }
      if (opened.wireAddress !== wireAddress) return wrongAddress(opened.wireAddress);
      const entry = entryOf();
      if (opened.kind === "answer") return answered(entry, way.remote, bytes);
      const events = driver.eventsBy?.(entry.device?.profileId ?? "", bytes, clock()) ?? opened.events;
      return take(entry, way, bytes, { ...opened, events }, trust);
    },
    take,
    answered,
  };
};
