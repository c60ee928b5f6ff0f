import type { WorkRecordFacts } from "@dianan/reports";
import { offsetTime } from "../core/offset-time.ts";
import type { WorkRecord, WorkRecordVersion } from "../ports/work-records.ts";

/** A version of a record as it is printed: all of it was written down then, so the same version is the same bytes. */
export const workRecordFacts = (
  { kind, number, current }: WorkRecord,
  { version, at, by, reason, isVoid, operatorName, unitName, unitAddress, content }: WorkRecordVersion,
  language: "zh" | "en",
  utcOffsetMinutes: number,
): WorkRecordFacts => {
  const shown = (time: number): string => offsetTime(time, utcOffsetMinutes).slice(0, 16).replace("T", " ");
  const { from, to, alarmId = null, ...rest } = content;
  return {
    ...{ language, kind, number, version, reason, operator: operatorName, unit: unitName, address: unitAddress },
    ...{ ...rest, alarmId, at, writtenBy: by.name, writtenAt: shown(at) },
    ...{ from: shown(Date.parse(from)), to: shown(Date.parse(to)) },
    replacedBy: version < current.version ? current.version : null,
    isVoid: isVoid || current.isVoid,
  };
};
