import type { Instant, TenantId } from "@dianan/model";
import type { PushFault } from "../ports/receivers.ts";
import type { JsonObject } from "../ports/records.ts";
import type { UplinkRelay, UplinkResult } from "../ports/uplink.ts";
import type { KeptPush } from "./inbox.ts";
import { factsLeft, itemsOf, speaksBy, worked } from "./mapped.ts";
import { eventsIn, framesIn } from "./payload.ts";
import type { PlatformLinks } from "./platform-links.ts";
import type { ReceiveDeps } from "./receive-deps.ts";
import { type ReceiverItem, receiverItem } from "./receiver-item.ts";

/** What became of a push. */
export type Unpacked = {
  readonly state: "taken" | "refused";
  /** Frames and messages that are durable. */ readonly taken: number;
  readonly faults: readonly PushFault[];
  /** Of whom it tells, where only its mapping could say so. */ readonly device?: string;
  /** Keys of the values and conditions that were taken of a refused push, so that a replay takes the rest. */
  readonly said?: readonly string[];
};

/** Faults of one push that are kept. */
const FAULTS_MAX = 10;

const fault = (code: string, path: string, zh: string, en: string): PushFault => ({ code, path, message: { zh, en } });

/** A fault of the uplink as one of the push. */
const faultAt = (path: string, error: JsonObject): PushFault => {
  const words = error.message as { readonly zh?: unknown; readonly en?: unknown } | undefined;
  const where = `${String(error.clause ?? "")} ${String(error.path ?? "")} +${String(error.offset ?? 0)}`.trim();
  return fault(
    String(error.code),
    path,
    String(words?.zh ?? `无法解码(${where})`),
    String(words?.en ?? `It does not decode (${where}).`),
  );
};

const outcome = (taken: number, faults: readonly PushFault[]): Unpacked => ({
  ...{ state: faults.length === 0 ? "taken" : "refused", taken, faults: faults.slice(0, FAULTS_MAX) },
});

/** Puts what is in a push on the way that frames and events over HTTP take. Rejects when something could not be stored. */
export const createUnpacking = (
  deps: Pick<ReceiveDeps, "store" | "access" | "uplinkOf" | "mapper" | "findings">,
  links: Pick<PlatformLinks, "linkOf">,
) => {
  const { store, access, uplinkOf } = deps;
  const relayFor = (tenant: TenantId, item: ReceiverItem, { remote, message }: KeptPush): UplinkRelay => ({
    remote,
    // The platform vouches for who speaks, by a secret that is its own and not the device's.
    trust: "T1",
    link: links.linkOf(item, { deviceId: message.names.deviceId ?? "", productId: message.productId }),
    speaksFor: speaksBy(store, tenant, message.names.imei ?? ""),
  });
  const mustBeStored = (result: UplinkResult): UplinkResult => {
    if (result.error?.code === "not-stored") throw new Error("the store did not take it");
    return result;
  };

  /** What a mapping reads of a push, each on its own: what is refused keeps nothing beside it from being taken. */
  const unpackMapped = async (
    tenant: TenantId,
    item: ReceiverItem,
    push: KeptPush,
    pushId: string,
  ): Promise<Unpacked> => {
    const { text, receivedAt, message } = push;
    const at = receivedAt as Instant;
    const asked = { owner: { tenant, name: item.id }, mapping: item.body.payload, text, receivedAt: at };
    const { placed, faults } = await worked(deps, { ...asked, headers: message.headers ?? {} });
    const uplink = await uplinkOf(tenant);
    const found = [...faults];
    const said = new Set(push.said ?? []);
    let taken = 0;
    for (const one of placed) {
      const left = factsLeft(one, said);
      if (left === null) continue;
      const relay = { ...relayFor(tenant, item, push), speaksFor: speaksBy(store, tenant, one.facts.imei ?? "") };
      for (const told of itemsOf(left.placed, pushId, at)) {
        const result =
          told.kind === "frame"
            ? await uplink.relayedFrame(relay, told.protocol, told.bytes)
            : await uplink.relayedEvents(relay, told.device, told.bytes, told.events);
        const { error } = mustBeStored(result);
        if (error !== null) {
          found.push(faultAt(told.path, error));
          continue;
        }
        taken += 1;
        if (told.kind === "events") for (const key of left.keys) said.add(key);
      }
    }
    const { device } = placed[0]?.facts ?? {};
    return { ...outcome(taken, found), device: device ?? "", ...(found.length === 0 ? {} : { said: [...said] }) };
  };

  return {
    unpack: async (tenant: TenantId, push: KeptPush, pushId: string): Promise<Unpacked> => {
      const item = await receiverItem(access, tenant, push.receiverId);
      if (item === null)
        return outcome(0, [
          fault("no-receiver", "", "接收器已删除", "Its receiver was removed before it was decoded."),
        ]);
      const { message, kind, device } = push;
      const { payload } = item.body;
      if (payload.kind === "mapping") return unpackMapped(tenant, item, push, pushId);
      const uplink = await uplinkOf(tenant);
      const relay = relayFor(tenant, item, push);
      // What tells nothing of a device's state is kept as it came.
      if (kind !== "data" && kind !== "online")
        return kind === "other"
          ? outcome(0, [fault("unknown-message", "/messageType", "未知的消息类别", "A message of an unknown kind.")])
          : outcome(0, []);
      if (kind === "data" && payload.kind === "frames") {
        const { frames, faults } = framesIn(payload, message.parts);
        const found = [...faults];
        let taken = 0;
        for (const { bytes, path } of frames) {
          const { error, reply } = mustBeStored(await uplink.relayedFrame(relay, payload.protocol ?? "", bytes));
          if (reply !== null && item.body.commands?.confirms === true) relay.link?.send(reply);
          if (error === null) taken += 1;
          else found.push(faultAt(path, error));
        }
        return outcome(taken, found);
      }
      // A platform's word that a device of frames is there is no frame.
      if (payload.kind === "frames") return outcome(0, []);
      if (device === "")
        return outcome(0, [
          fault("no-device", "", `推送中没有 ${item.body.deviceKey}`, `The push names no ${item.body.deviceKey}.`),
        ]);
      if (!/^[\x21-\x7e]{1,64}$/.test(device))
        return outcome(0, [
          fault("bad-device", "", "设备标识不能作通信地址", "Its name of the device cannot be a wire address."),
        ]);
      const events = kind === "data" ? eventsIn(payload, message.parts) : [];
      if (kind === "data" && events.length === 0)
        return outcome(0, [
          fault("nothing-known", "", "没有已配置的成员", "It has none of the members that are set up."),
        ]);
      const said = await uplink.relayedEvents(relay, device, Buffer.from(push.text), events);
      const { error } = mustBeStored(said);
      return error === null ? outcome(1, []) : outcome(0, [faultAt("", error)]);
    },
  };
};
