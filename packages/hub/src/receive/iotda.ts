import type { Instant } from "@dianan/model";
import type { PushKind } from "../ports/receivers.ts";
import {
  isObject,
  type Json,
  type MessagePart,
  namesOf,
  objectOf,
  type PlatformMessage,
  textOf,
} from "./platform-message.ts";

/** `20260102T030405Z`, which is UTC. Null for any other text. */
export const iotdaTime = (value: unknown): Instant | null => {
  const parts = /^([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})Z$/.exec(textOf(value) ?? "");
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const isTime = new Date(ms).toISOString().replace(/[-:]|\.000/g, "") === parts[0];
  return isTime && ms > 0 ? (ms as Instant) : null;
};

const isoTime = (value: unknown): Instant | null => {
  const text = textOf(value) ?? "";
  const ms = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : (ms as Instant);
};

const statusKind = (status: unknown): PushKind =>
  status === "ONLINE" ? "online" : status === "OFFLINE" ? "offline" : "other";

/** A push of Huawei IoTDA (华为 IoTDA). Nothing in it is signed: the platform checks our certificate, we check its address. */
export const readIotda = (body: Json): PlatformMessage => {
  const notice = objectOf(body.notify_data);
  const header = objectOf(notice.header);
  const content = objectOf(notice.body);
  const event = `${textOf(body.resource) ?? ""}/${textOf(body.event) ?? ""}`;
  const at = isoTime(body.event_time_ms) ?? iotdaTime(body.event_time);
  const services = Array.isArray(content.services) ? content.services.filter(isObject) : [];
  const properties = services.map((service, index): MessagePart => {
    const id = textOf(service.service_id) ?? "";
    return {
      data: { [id]: service.properties },
      at: iotdaTime(service.event_time) ?? at,
      path: `/notify_data/body/services/${index}/properties`,
    };
  });
  const message: MessagePart = { data: content, at, path: "/notify_data/body" };
  const kind: PushKind =
    event === "device.property/report" || event === "device.message/report"
      ? "data"
      : event === "device.status/update"
        ? statusKind(content.status)
        : event === "device.message.status/update"
          ? "commandResult"
          : "other";
  const id = textOf(body.request_id);
  return {
    kind,
    names: namesOf({
      deviceId: textOf(header.device_id),
      nodeId: textOf(header.node_id),
      imei: textOf(header.node_id),
    }),
    productId: "",
    keys: id === undefined ? [] : [id],
    parts: event === "device.property/report" ? properties : event === "device.message/report" ? [message] : [],
  };
};
