import * as model from "@dianan/model";
import type { Language, Words } from "./paths.ts";
import { codeTable } from "./protocol-page.ts";

/** Code lists of the model with their names; the anchors are the names in the schemas. */
const lists: readonly (Words & { readonly id: string; readonly codes: model.CodeTable })[] = [
  { id: "alarmTypes", zh: "报警类型", en: "Alarm types", codes: model.alarmTypes },
  { id: "alarmClasses", zh: "报警类别", en: "Alarm classes", codes: model.alarmClasses },
  { id: "severities", zh: "报警等级", en: "Severities", codes: model.severities },
  { id: "alarmStates", zh: "告警状态", en: "Alarm states", codes: model.alarmStates },
  { id: "quantities", zh: "测量量", en: "Quantities", codes: model.quantities },
  { id: "qualities", zh: "数据质量", en: "Qualities", codes: model.qualities },
  { id: "deviceTypes", zh: "设备类型", en: "Device types", codes: model.deviceTypes },
  { id: "statuses", zh: "状态", en: "Statuses", codes: model.statuses },
  { id: "presences", zh: "在线状态", en: "Presence", codes: model.presences },
  { id: "deviceCommands", zh: "设备命令", en: "Device commands", codes: model.deviceCommands },
  { id: "placeTypes", zh: "场所类型", en: "Place types", codes: model.placeTypes },
  { id: "heritageLevels", zh: "文保级别", en: "Heritage levels", codes: model.heritageLevels },
  { id: "coordinateSystems", zh: "坐标系", en: "Coordinate systems", codes: model.coordinateSystems },
  { id: "installationSpots", zh: "安装位置", en: "Installation spots", codes: model.installationSpots },
  { id: "operatorDocumentKinds", zh: "运维机构文档", en: "Documents of operators", codes: model.operatorDocumentKinds },
  { id: "sessionEnds", zh: "充电结束原因", en: "Ends of charging", codes: model.sessionEnds },
].filter(({ codes }) => codes !== undefined);

/** Ids of the lists that the page has. */
export const codeListIds: readonly string[] = lists.map(({ id }) => id);

export const codePage = (language: Language): string =>
  [
    `# ${language === "zh" ? "代码表" : "Code lists"}`,
    "",
    language === "zh"
      ? "JSON 中使用标识,数字供字节协议使用。只增加,不改号。组件状态等沿用 GB/T 26875.3 的代码。"
      : "JSON has the slug, bytes have the number. Codes are added, never renumbered.",
    ...lists.map((one) => `\n## ${one[language]} {#${one.id}}\n${codeTable(one.codes, language)}`),
  ].join("\n");
