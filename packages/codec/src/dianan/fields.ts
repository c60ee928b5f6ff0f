import { bytesUntilEnd, intSeries, lengthPrefixed, list, named, struct, textUntilEnd, u8, u32be } from "@dianan/layout";
import { quantities } from "@dianan/model";
import { clause, placeKinds } from "./codes.ts";

/** An unsigned number of 32 bits that is all ones is not known. */
export const UNKNOWN_U32 = 0xffff_ffff;
/** A signed number of 32 bits that is the lowest is not known. */
export const UNKNOWN_I32 = -0x8000_0000;
const ORDER_MAX = 32;

/** Fields of later versions: kept, never an error. */
export const unparsed = named(bytesUntilEnd, {
  zh: "后续版本的字段",
  en: "fields of later versions",
  clause: clause("7"),
});
export const place = named(u8, { zh: "部位", en: "place", clause: clause("4.1"), codes: placeKinds });
export const instantField = (zh: string, en: string) =>
  named(u32be, { zh, en, clause: clause("3.3"), unit: "s since 2000-01-01T00:00:00Z" });
export const order = named(lengthPrefixed(u8, textUntilEnd("ascii"), { max: ORDER_MAX }), {
  zh: "订单号",
  en: "order number",
});
export const quantity = named(u8, { zh: "测量量", en: "quantity", clause: clause("4.2"), codes: quantities });

/** Values of one quantity at neighbouring places, in the quantity's scaled integers. */
export const series = named(
  list(
    struct(clause("4.2"), {
      quantity,
      place,
      values: named(intSeries, { zh: "测量值", en: "values" }),
    }),
    { count: "untilEnd", min: 1 },
  ),
  { zh: "测量序列", en: "series" },
);
