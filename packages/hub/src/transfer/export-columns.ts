import { type CodeList, codeLists, type RecordKind } from "@dianan/sharing";
import { columnsOf } from "@dianan/sharing/table";
import { offsetTime } from "../core/offset-time.ts";
import type { Dataset } from "../ports/transfer.ts";

/** A column of an export. A time is milliseconds UTC or RFC 3339 text. */
export type ExportColumn = {
  readonly member: string;
  readonly zh: string;
  readonly en: string;
  readonly type: "string" | "number" | "integer" | "boolean" | "time";
  readonly codeList?: string;
};
/** One row: members without a value may be absent. */
export type ExportRow = { readonly [member: string]: unknown };

const own = (
  ...columns: readonly (readonly [member: string, zh: string, en: string, type?: ExportColumn["type"]])[]
): readonly ExportColumn[] => columns.map(([member, zh, en, type = "string"]) => ({ member, zh, en, type }));

const readings = own(
  ["deviceId", "设备 id", "Device"],
  ["componentId", "部件 id", "Component"],
  ["quantity", "测量量", "Quantity"],
  ["value", "数值", "Value", "number"],
  ["unit", "单位", "Unit"],
  ["quality", "质量", "Quality"],
  ["at", "时间", "Time", "time"],
  ["receivedAt", "接收时间", "Received", "time"],
);
const presence = own(
  ["deviceId", "设备 id", "Device"],
  ["unitId", "单位 id", "Unit"],
  ["presence", "在线状态", "Presence"],
  ["before", "此前状态", "Before"],
  ["at", "时间", "Time", "time"],
  ["heardAt", "此前最后上报", "Last heard before", "time"],
  ["silentSeconds", "静默秒数", "Silent seconds", "integer"],
);
const audit = own(
  ["sequence", "序号", "Sequence", "integer"],
  ["at", "时间", "Time", "time"],
  ["actor", "操作者", "Actor"],
  ["role", "角色", "Role"],
  ["source", "来源地址", "Source"],
  ["act", "操作", "Act"],
  ["object", "对象", "Object"],
  ["result", "结果", "Result"],
  ["reason", "原因", "Reason"],
  ["requestId", "请求编号", "Request"],
  ["id", "记录 id", "Id"],
  ["hash", "链摘要", "Hash"],
);

const notifications = own(
  ["at", "时间", "Time", "time"],
  ["alarmId", "告警 id", "Alarm"],
  ["unitId", "单位 id", "Unit"],
  ["class", "告警类别", "Class"],
  ["recipient", "接收人", "Recipient"],
  ["target", "号码或地址", "Address"],
  ["channel", "渠道", "Channel"],
  ["channelId", "渠道 id", "Channel id"],
  ["step", "级别", "Step", "integer"],
  ["state", "状态", "State"],
  ["attempts", "发送次数", "Attempts", "integer"],
  ["count", "涵盖告警数", "Alarms", "integer"],
  ["sentAt", "发送时间", "Sent", "time"],
  ["endedAt", "结束时间", "Ended", "time"],
  ["receipts", "回执", "Receipts"],
  ["error", "错误", "Error"],
  ["providerId", "服务商编号", "Provider id"],
  ["note", "备注", "Note"],
  ["id", "通知 id", "Notice"],
);

const kinds = {
  operators: "operator",
  units: "unit",
  devices: "device",
  components: "component",
  alarms: "alarm",
} as const;

/** The kind of record that a dataset holds; null: none. */
export const kindOf = (dataset: Dataset): RecordKind | null =>
  Object.hasOwn(kinds, dataset) ? kinds[dataset as keyof typeof kinds] : null;

const recordColumns = (kind: RecordKind): readonly ExportColumn[] =>
  columnsOf(kind).map((column) => (column.member.endsWith("At") ? { ...column, type: "time" } : column));

/** Every column of a dataset. Members that are objects have none. */
export const columnsOfDataset = (dataset: Dataset): readonly ExportColumn[] => {
  const kind = kindOf(dataset);
  if (kind !== null) return recordColumns(kind);
  if (dataset === "notifications") return notifications;
  return dataset === "readings" ? readings : dataset === "presence" ? presence : audit;
};

type Cell = string | number | boolean | null;

/** What stands in a cell for people: codes, yes and no in words, times with their zone. */
export const shownCell = (
  { type, codeList }: ExportColumn,
  value: unknown,
  language: "zh" | "en",
  utcOffsetMinutes: number,
): Cell => {
  if (typeof value === "boolean") return language === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  if (typeof value === "number") return type === "time" ? offsetTime(value, utcOffsetMinutes) : value;
  if (typeof value !== "string") return null;
  if (codeList === undefined) return value;
  const table: { readonly [code: string]: { readonly zh: string; readonly en: string } } =
    codeLists[codeList as CodeList];
  return Object.hasOwn(table, value) ? (table[value]?.[language] ?? value) : value;
};
