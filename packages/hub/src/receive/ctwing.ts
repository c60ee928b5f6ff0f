import { createHash } from "node:crypto";
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

const kinds: { readonly [type: string]: PushKind } = {
  dataReport: "data",
  eventReport: "data",
  commandResponse: "commandResult",
};

const kindOf = (body: Json): PushKind => {
  const type = textOf(body.messageType) ?? "";
  if (type !== "deviceOnlineOfflineReport") return Object.hasOwn(kinds, type) ? (kinds[type] ?? "other") : "other";
  // 1 online, 0 offline.
  const event = textOf(body.eventType);
  return event === "1" ? "online" : event === "0" ? "offline" : "other";
};

/** Where what the device said lies: `payload` of a report, `eventContent` of an event. */
const partsOf = (body: Json): readonly MessagePart[] => {
  const member = textOf(body.messageType) === "eventReport" ? "eventContent" : "payload";
  const value = body[member];
  if (!isObject(value)) return [];
  return [{ data: value, at: msOf(body.timestamp), path: `/${member}` }];
};

/**
 * A push of CTWing AEP (电信 AEP). Nothing in it is signed; the batch form `dataReportTupUnion` has no confirmed layout, so it is
 * `other`: kept and shown.
 */
export const readCtwing = (body: Json): PlatformMessage => {
  const kind = kindOf(body);
  const deviceId = textOf(body.deviceId);
  const content = body.payload ?? body.eventContent ?? body.result ?? body.eventType ?? null;
  // It has no id: device, time and what it says (platform-interop §2, "dedupe key").
  const digest = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const said = [
    textOf(body.messageType),
    deviceId,
    textOf(body.IMEI),
    textOf(body.timestamp),
    textOf(body.taskId),
    digest,
  ];
  return {
    kind,
    names: namesOf({ deviceId, imei: textOf(body.IMEI) ?? textOf(objectOf(body.payload).IMEI) }),
    productId: textOf(body.productId) ?? "",
    // Without a time two reports that say the same are two.
    keys: msOf(body.timestamp) === null ? [] : [JSON.stringify(said.map((one) => one ?? ""))],
    parts: kind === "data" ? partsOf(body) : [],
  };
};
