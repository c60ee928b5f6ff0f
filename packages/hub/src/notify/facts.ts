import { createHash } from "node:crypto";
import { alarmClasses, alarmTypes, isAlarmType, type TenantId } from "@dianan/model";
import { type AttemptKey, attemptText } from "../core/notify-case.ts";
import type { NotifySubject } from "../core/notify-policy.ts";
import { type NotifyFacts, shortCode } from "../core/notify-text.ts";
import { offsetTime } from "../core/offset-time.ts";
import type { JsonObject, StoredRecord } from "../ports/records.ts";
import type { NotifyDeps } from "./notify-deps.ts";

const ID_LENGTH = 32;

/** Id of an attempt: of what it is made of, so that the same again is the same attempt. */
export const noticeId = (tenant: TenantId, key: AttemptKey): string =>
  createHash("sha256")
    .update(`${tenant} ${attemptText(key)}`)
    .digest("hex")
    .slice(0, ID_LENGTH);

export const textIn = (body: JsonObject | undefined, member: string): string => {
  const value = body?.[member];
  return typeof value === "string" ? value : "";
};

/** What its record says, else what its type is: an alarm of another platform may leave it out (SH-5). */
export const classOf = (body: JsonObject): string => {
  const said = textIn(body, "class");
  return said === "" && isAlarmType(body.type) ? alarmTypes[body.type].class : said;
};

/** What rules look at. */
export const subjectOf = async (
  { store }: Pick<NotifyDeps, "store">,
  tenant: TenantId,
  alarm: Pick<StoredRecord, "body">,
): Promise<NotifySubject> => {
  const unitId = textIn(alarm.body, "unitId");
  const unit = unitId === "" ? null : await store.record(tenant, "unit", unitId);
  return {
    ...{ class: classOf(alarm.body), type: textIn(alarm.body, "type"), unitId },
    placeType: textIn(unit?.body, "placeType"),
  };
};

/** What is told of an alarm, in words. */
export const factsOf = async (
  { store, utcOffsetMinutes }: Pick<NotifyDeps, "store" | "utcOffsetMinutes">,
  tenant: TenantId,
  alarm: Pick<StoredRecord, "id" | "body">,
  count: number,
  language: "zh" | "en",
): Promise<NotifyFacts> => {
  const { body } = alarm;
  const [unitId, deviceId] = [textIn(body, "unitId"), textIn(body, "deviceId")];
  const unit = unitId === "" ? null : await store.record(tenant, "unit", unitId);
  const device = deviceId === "" ? null : await store.record(tenant, "device", deviceId);
  const type = isAlarmType(body.type) ? alarmTypes[body.type][language] : textIn(body, "description");
  const alarmClass = classOf(body);
  const value = typeof body.value === "number" ? `${body.value} ${textIn(body, "unit")}`.trim() : "";
  const occurredAt = Date.parse(textIn(body, "occurredAt"));
  return {
    ...{ type, value, count, code: shortCode(alarm.id) },
    class: Object.hasOwn(alarmClasses, alarmClass)
      ? alarmClasses[alarmClass as keyof typeof alarmClasses][language]
      : alarmClass,
    unit: textIn(unit?.body, "name") || unitId || "-",
    device: textIn(device?.body, "name") || deviceId || "-",
    time: Number.isNaN(occurredAt) ? "-" : offsetTime(occurredAt, utcOffsetMinutes).slice(5, 16).replace("T", " "),
  };
};
