import { createHash } from "node:crypto";
import type { Instant } from "@dianan/model";
import type { PushKind } from "../ports/receivers.ts";
import {
  isObject,
  type Json,
  type MessagePart,
  msOf,
  namesOf,
  objectOf,
  type PlatformMessage,
  textOf,
} from "./platform-message.ts";

/** The message does not carry its push's id in what is signed: a replay under another id is told by what it says. */
const saidKey = (msg: string): string => `said ${createHash("sha256").update(msg).digest("hex")}`;

/** Members with their times: those of one time are one part. */
const partsOf = (params: Json, fallback: Instant | null): readonly MessagePart[] => {
  const byTime = new Map<Instant | null, Record<string, unknown>>();
  for (const [name, member] of Object.entries(params)) {
    const isTimed = isObject(member) && Object.hasOwn(member, "value");
    const at = (isTimed ? msOf(member.time) : null) ?? fallback;
    const group = byTime.get(at) ?? {};
    Object.defineProperty(group, name, { value: isTimed ? member.value : member, enumerable: true });
    byTime.set(at, group);
  }
  return [...byTime].map(([at, data]) => ({ data, at, path: "/msg/data/params" }));
};

/** A message of the current OneNET (OneNET 新版), once its signature was checked. */
export const readOnenet = (push: Json, msg: string, message: Json): PlatformMessage => {
  const type = textOf(message.messageType);
  const data = objectOf(message.data);
  const status = textOf(data.status);
  const isNotice = type === "notify" && (message.notifyType === "property" || message.notifyType === "event");
  const kind: PushKind = isNotice
    ? "data"
    : type === "reply"
      ? "commandResult"
      : type === "lifeCycle" && (status === "online" || status === "offline")
        ? status
        : "other";
  const id = textOf(push.id);
  const names = {
    deviceId: textOf(message.deviceId),
    deviceName: textOf(message.deviceName),
    imei: textOf(message.imei),
  };
  return {
    kind,
    names: namesOf(names),
    productId: "",
    keys: [...(id === undefined ? [] : [`id ${id}`]), saidKey(msg)],
    parts: isNotice ? partsOf(objectOf(data.params), msOf(data.time) ?? msOf(push.time)) : [],
  };
};

/** One or more data points of the legacy OneNET: type 1 a value, 2 online or offline, 7 the result of a cached command. */
export const readOnenetLegacy = (msg: string, message: unknown): PlatformMessage => {
  const items = (Array.isArray(message) ? message : [message]).filter(isObject);
  const [first = {}] = items;
  const type = textOf(first.type);
  const status = textOf(first.status);
  const kind: PushKind =
    type === "1"
      ? "data"
      : type === "2"
        ? status === "1"
          ? "online"
          : "offline"
        : type === "7"
          ? "commandResult"
          : "other";
  const points = items.filter((item) => textOf(item.type) === "1" && textOf(item.dev_id) === textOf(first.dev_id));
  const isWhole = points.length === items.length;
  const triples = points.map(({ dev_id, ds_id, at }) => [textOf(dev_id), textOf(ds_id), textOf(at)]);
  const isNamed = kind === "data" && isWhole && triples.flat().every((one) => one !== undefined);
  return {
    kind: kind === "data" && !isWhole ? "other" : kind,
    names: namesOf({ deviceId: textOf(first.dev_id), imei: textOf(first.imei) }),
    productId: "",
    // The device, the stream and the time of each point; of anything else what it says.
    keys: [isNamed ? `points ${JSON.stringify(triples)}` : saidKey(msg)],
    parts:
      kind === "data" && isWhole
        ? points.map((point, index) => ({
            data: { [textOf(point.ds_id) ?? ""]: point.value },
            at: msOf(point.at),
            path: Array.isArray(message) ? `/msg/${index}/value` : "/msg/value",
          }))
        : [],
  };
};
