import { isCreditCode, isImei } from "./check-digits.ts";
import { unknownCodes } from "./code-lists.ts";
import { isInChina, looksSwapped, type Point } from "./coordinates.ts";
import type { RecordKind, RecordOf } from "./kinds.ts";

/** Something about a valid record that a person should look at; it is accepted all the same. */
export type SharingWarning = {
  readonly code: "unknown-code" | "swapped-coordinates" | "outside-china" | "credit-code-check" | "imei-check";
  /** JSON pointer. */ readonly path: string;
  readonly message: { readonly zh: string; readonly en: string };
};

const words = {
  "swapped-coordinates": { zh: "经纬度像是写反了", en: "Latitude and longitude seem to be in each other's place" },
  "outside-china": { zh: "位置不在中国境内", en: "The place is outside China" },
  "credit-code-check": {
    zh: "统一社会信用代码的校验位不对(GB 32100-2015),请核对",
    en: "The check character of the unified social credit code is wrong (GB 32100-2015): look it up again",
  },
  "imei-check": { zh: "IMEI 的校验位不对,请核对", en: "The check digit of the IMEI is wrong: look it up again" },
} as const;

const warn = (code: keyof typeof words, path: string): SharingWarning => ({ code, path, message: words[code] });

const ofPlace = (record: { readonly [member: string]: unknown }): readonly SharingWarning[] => {
  const { latitude, longitude } = record;
  if (typeof latitude !== "number" || typeof longitude !== "number") return [];
  const point: Point = { latitude, longitude };
  if (looksSwapped(point)) return [warn("swapped-coordinates", "/latitude")];
  return isInChina(point) ? [] : [warn("outside-china", "/latitude")];
};

/** What is odd about a record that its schema accepts (SH-6): codes nobody knows, places and check digits that do not fit. */
export const warningsOf = <K extends RecordKind>(kind: K, record: RecordOf[K]): readonly SharingWarning[] => [
  ...unknownCodes(kind, record).map(
    ({ path, list, code }): SharingWarning => ({
      code: "unknown-code",
      path,
      message: { zh: `代码表 ${list} 中没有 ${code},已原样保留`, en: `${list} has no ${code}; it is kept as it is` },
    }),
  ),
  ...ofPlace(record),
  ...(typeof record.creditCode === "string" && !isCreditCode(record.creditCode)
    ? [warn("credit-code-check", "/creditCode")]
    : []),
  ...(typeof record.imei === "string" && !isImei(record.imei) ? [warn("imei-check", "/imei")] : []),
];
