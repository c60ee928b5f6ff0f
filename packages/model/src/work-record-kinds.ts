import type { CodeRow } from "./table.ts";

/** Records that an operator keeps of its work (运维记录), EF-5.4; `series` begins their numbers. */
// biome-ignore format: a table is read by its rows
export const workRecordKinds = {
  inspection: { code: 1, zh: "巡检记录", en: "Inspection record", series: "XJ" },
  fault: { code: 2, zh: "故障处理记录", en: "Fault record", series: "GZ" },
  training: { code: 3, zh: "培训记录", en: "Training record", series: "PX" },
  handover: { code: 4, zh: "值班交接记录", en: "Duty hand-over record", series: "JB" },
} as const satisfies { readonly [slug: string]: CodeRow & { readonly series: string } };

/** Slug of {@link workRecordKinds}. */
export type WorkRecordKind = keyof typeof workRecordKinds;

/** What a line of such a record came to: `ok`, `open` (something is left to do), `none` (it was not looked at). */
export type WorkRecordResult = "ok" | "open" | "none";

/** The same in the words of each kind. */
// biome-ignore format: a table is read by its rows
export const workRecordResults: { readonly [K in WorkRecordKind]: { readonly [R in WorkRecordResult]: Omit<CodeRow, "code"> } } = {
  inspection: { ok: { zh: "正常", en: "in order" }, open: { zh: "异常", en: "not in order" }, none: { zh: "未检", en: "not looked at" } },
  fault: { ok: { zh: "已处理", en: "done" }, open: { zh: "未处理", en: "to be done" }, none: { zh: "不涉及", en: "does not apply" } },
  training: { ok: { zh: "合格", en: "passed" }, open: { zh: "不合格", en: "not passed" }, none: { zh: "未考核", en: "no test" } },
  handover: { ok: { zh: "正常", en: "in order" }, open: { zh: "待处理", en: "to be done" }, none: { zh: "不涉及", en: "does not apply" } },
};
