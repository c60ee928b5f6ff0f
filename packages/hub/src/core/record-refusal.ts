import type { Words } from "@dianan/model";

type Refusal = { readonly path: string; readonly zh: string; readonly en: string };

const refusals: { readonly [code: string]: Refusal } = {
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
  "unknown-profile": {
    path: "/profileId",
    zh: "没有此设备档案,可用的见 GET /api/v1/profiles。",
    en: "There is no such device profile: GET /api/v1/profiles lists them.",
  },
  "wrong-profile": {
    path: "/profileId",
    zh: "设备档案的协议与设备的 protocol 不同。",
    en: "The device profile is of another protocol than the device: make protocol that of the profile, or take another profile.",
  },
  "wrong-component": {
    path: "/deviceId",
    zh: "部件属于其他设备,不能改属。",
    en: "The component belongs to another device, and stays with it.",
  },
  "address-taken": {
    path: "/wireAddress",
    zh: "该通信地址已被其他设备或部件使用(可能在同一次提交的另一行)。",
    en: "Another device or component has this address, perhaps in another row of the same table or request.",
  },
  "bad-text": {
    path: "",
    zh: "文字无法保存:含有 U+0000 或不成对的代理码元。",
    en: "A text cannot be stored: it holds U+0000 or a lone surrogate.",
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

/**
 * Why a record is not taken: at which member, and what to do. Null for a code without words.
 *
 * @param kind - such as `component`
 */
export const recordRefusal = (
  code: string,
  kind: string,
): { readonly path: string; readonly code: string; readonly message: Words } | null => {
  const refusal = refusals[code];
  if (refusal === undefined) return null;
  const path = code === "address-taken" && kind === "component" ? "/componentKey" : refusal.path;
  return { path, code, message: { zh: refusal.zh, en: refusal.en } };
};
