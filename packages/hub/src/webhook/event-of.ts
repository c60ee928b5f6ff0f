import { createHash } from "node:crypto";
import type { TenantId } from "@dianan/model";
import { masked, maskName } from "@dianan/sharing";
import type { Actor } from "../core/actor.ts";
import { alarmHandling } from "../core/alarm-handling.ts";
import { offsetTime } from "../core/offset-time.ts";
import { sharedRecord } from "../core/shared-record.ts";
import type { Change, JsonObject, StoredRecord } from "../ports/records.ts";
import type { Delivery, DeliveryDraft } from "../ports/webhook-store.ts";

/** Type of the event that checks whether an address answers. */
export const TEST_TYPE = "com.dianan.webhook.test";

/** Where events come from and how they write times. */
export type EventSource = {
  /** 平台厂商code of this platform. */ readonly platformCode: string;
  /** The hub's own tenant, whose name its events leave out. */ readonly home: TenantId;
  readonly utcOffsetMinutes: number;
  /** Position of the feed as its clients know it. */ readonly cursorOf: (position: number) => string;
};

/** The same event has the same id, whenever and however often it is queued. */
export const eventId = (tenant: TenantId, type: string, ...about: readonly (string | number)[]): string =>
  `evt-${createHash("sha256")
    .update(JSON.stringify([tenant, type, ...about]))
    .digest("hex")
    .slice(0, 32)}`;

/** Types of the events of a change. `record.changed` is not of alarms: these have types of their own. */
export const typesOf = ({ kind, version }: Pick<Change, "kind" | "version">): readonly string[] => {
  if (kind === "alarm") return [version === 1 ? "com.dianan.alarm.raised" : "com.dianan.alarm.changed"];
  return kind === "device"
    ? ["com.dianan.record.changed", "com.dianan.presence.changed"]
    : ["com.dianan.record.changed"];
};

const text = (body: JsonObject | null, member: string): string | null => {
  const value = body?.[member];
  return typeof value === "string" ? value : null;
};

/** What an event of presence says; null when the change is not about presence. */
export const presenceData = (now: Change, before: JsonObject | null, utcOffsetMinutes: number): JsonObject | null => {
  const { body, deleted } = now.record;
  const presence = text(body, "presence");
  const was = text(before, "presence") ?? "offline";
  if (deleted || presence === null || presence === was) return null;
  // What comes online carries the time of now: it was last heard at the time that the version before it knows.
  const heardAt = text(presence === "online" ? before : body, "lastSeenAt");
  const silent = heardAt === null ? Number.NaN : Math.floor((now.at - Date.parse(heardAt)) / 1000);
  return {
    deviceId: now.id,
    unitId: text(body, "unitId"),
    presence,
    before: was,
    at: offsetTime(now.at, utcOffsetMinutes),
    heardAt,
    silentSeconds: silent >= 0 ? silent : null,
  };
};

/** A change as an event for the queue. */
export const draftOf = (tenant: TenantId, type: string, change: Change, data: JsonObject | null): DeliveryDraft => {
  const { kind, id, version, position, at } = change;
  return {
    id: eventId(tenant, type, kind, id, version),
    type,
    subject: id,
    rank: kind === "alarm" ? 1 : 0,
    at,
    notBefore: at,
    of: { kind, version, position },
    data,
  };
};

/** The event as it is sent (CloudEvents 1.0, structured mode). Persons in it are masked unless it is said otherwise (SEC-PII-03). */
export const cloudEventText = (
  source: EventSource,
  tenant: TenantId,
  { id, type, subject, at, of, data }: Delivery,
  record: StoredRecord | null,
  isPersonal = false,
): string => {
  const told = (one: StoredRecord): JsonObject => {
    const shared = sharedRecord(
      isPersonal ? one : { ...one, body: masked(one.kind, one.body) },
      source.utcOffsetMinutes,
    );
    const show = (by: Actor): Actor => (by.kind === "person" && !isPersonal ? { ...by, name: maskName(by.name) } : by);
    const telling = { now: at, utcOffsetMinutes: source.utcOffsetMinutes, show };
    const record = one.life === undefined ? shared : { ...shared, handling: alarmHandling(one.life, telling) };
    return { kind: one.kind, id: one.id, version: one.version, record };
  };
  return JSON.stringify({
    specversion: "1.0",
    id,
    source: `/hubs/${source.platformCode}${tenant === source.home ? "" : `/tenants/${tenant}`}`,
    type,
    subject,
    time: offsetTime(at, source.utcOffsetMinutes),
    datacontenttype: "application/json",
    ...(of === null || of.position === 0 ? {} : { sequence: source.cursorOf(of.position) }),
    data: data ?? (record === null ? {} : told(record)),
  });
};
