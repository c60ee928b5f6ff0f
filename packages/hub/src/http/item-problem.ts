import type { Words } from "@dianan/model";
import type { RecordKind } from "@dianan/sharing";
import { recordRefusal } from "../core/record-refusal.ts";
import type { Finding } from "./problem.ts";

/** Why one item of a bulk request was refused. */
export type ItemProblem = {
  readonly code: string;
  readonly title: string;
  readonly titleZh: string;
  readonly errors?: readonly Finding[];
};

const words: { readonly [code: string]: Words } = {
  invalid: { en: "Does not fit the schema", zh: "不符合格式" },
  "unknown-device": { en: "The device is not known", zh: "设备不存在" },
  "unknown-unit": { en: "The unit is not known", zh: "单位不存在" },
  "unknown-operator": { en: "The operator is not known", zh: "运维机构不存在" },
  "unknown-vendor": { en: "The vendor is not known", zh: "厂商不存在" },
  "in-use": { en: "It is still referred to", zh: "仍被引用" },
  "unknown-component": { en: "The component is not known", zh: "部件不存在" },
  "wrong-component": { en: "The component belongs to another device", zh: "部件属于其他设备" },
  "address-taken": { en: "Another device has this address", zh: "该通信地址已被其他设备使用" },
  "bad-text": { en: "A text cannot be stored", zh: "文字无法保存" },
  "out-of-scope": { en: "Outside of what you may see", zh: "超出您的数据范围" },
  "not-found": { en: "Not found", zh: "不存在" },
};

/** An item's problem by its code; a code without words is shown as it is. */
export const itemProblem = (code: string, errors: readonly Finding[] = []): ItemProblem => ({
  code,
  title: words[code]?.en ?? code,
  titleZh: words[code]?.zh ?? code,
  ...(errors.length > 0 ? { errors } : {}),
});

/** The same for a record that the intake refuses: at which member, and what to do. */
export const recordProblem = (code: string, kind: RecordKind): ItemProblem => {
  const finding = recordRefusal(code, kind);
  return itemProblem(code, finding === null ? [] : [finding]);
};
