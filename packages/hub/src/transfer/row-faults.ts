import type { RecordKind, SharingError, SharingWarning } from "@dianan/sharing";
import type { RowError } from "@dianan/sharing/table";
import type { RecordChangeResult } from "../ports/live.ts";
import type { Fault } from "../ports/transfer.ts";

/** What the intake refuses, as a fault of a row: where, and what to do. */
const refusals: { readonly [code: string]: { readonly path: string; readonly zh: string; readonly en: string } } = {
  "unknown-operator": {
    path: "/operatorId",
    zh: "没有此运维机构,请先登记或导入运维机构。",
    en: "There is no such operator: register or import the operators first.",
  },
  "unknown-unit": {
    path: "/unitId",
    zh: "没有此单位,请先登记或导入单位。",
    en: "There is no such unit: register or import the units first.",
  },
  "unknown-device": {
    path: "/deviceId",
    zh: "没有此设备,请先登记或导入设备。",
    en: "There is no such device: register or import the devices first.",
  },
  "wrong-component": {
    path: "/deviceId",
    zh: "部件属于其他设备,不能改属。",
    en: "The component belongs to another device, and stays with it.",
  },
  "address-taken": {
    path: "/wireAddress",
    zh: "该通信地址已被其他设备或部件使用(可能在本表的另一行)。",
    en: "Another device or component has this address, perhaps in another row of this table.",
  },
  "out-of-scope": {
    path: "",
    zh: "超出您的数据范围。",
    en: "It lies outside of what you may see.",
  },
  "not-found": {
    path: "/id",
    zh: "此 id 不能使用,请换用其他 id。",
    en: "This id cannot be used: take another one.",
  },
};

export const refusalFault = (code: string, kind: RecordKind): Fault => {
  const words = refusals[code] ?? { path: "", zh: `拒收:${code}。`, en: `Refused: ${code}.` };
  const path = code === "address-taken" && kind === "component" ? "/componentKey" : words.path;
  return { path, code, message: { zh: words.zh, en: words.en } };
};

/** What the intake says against a row; an alarm that would wait for its device is a typing error in a table. */
export const resultFault = ({ status, code }: RecordChangeResult, kind: RecordKind): Fault | null => {
  if (status === "parked") return refusalFault("unknown-device", kind);
  return status === "refused" ? refusalFault(code ?? "refused", kind) : null;
};

export const sharingFault = (found: SharingError | RowError | SharingWarning): Fault => ({
  path: found.path,
  code: found.code,
  ...("clause" in found ? { clause: found.clause } : {}),
  message: found.message,
});

/** A mask that is not that of what is stored. */
export const maskFault = (member: string): Fault => ({
  path: `/${member}`,
  code: "masked",
  message: {
    zh: "此处是脱敏后的内容且与已保存的不符,请填写完整内容。",
    en: "It is a mask, and not that of what is stored: write the full value.",
  },
});
