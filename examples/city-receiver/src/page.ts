import { recordKinds } from "@dianan/sharing";
import type { Kept } from "./mailbox.ts";

const kindWords = { operator: "运维机构", unit: "单位", device: "设备", component: "部件", alarm: "告警" } as const;

const escapes: { readonly [char: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** What senders wrote is text, never markup. */
const text = (value: unknown): string => String(value ?? "").replace(/[&<>"']/g, (char) => escapes[char] ?? char);

const alarmRow = ({ record, isParked }: Kept): string =>
  `<tr><td>${text(record.occurredAt)}</td><td>${text(record.deviceId)}</td><td>${text(record.type)}</td><td>${text(record.description)}</td><td>${text(record.state)}${isParked ? " (暂存 parked)" : ""}</td></tr>`;

/** What has come, as a plain page. Contact data stays out of it. */
export const page = (kept: readonly Kept[]): string => {
  const counts = recordKinds.map((kind) => {
    const mine = kept.filter((one) => one.kind === kind && !one.isDeleted);
    return `<tr><td>${kindWords[kind]} ${kind}</td><td>${mine.length}</td></tr>`;
  });
  const alarms = kept
    .filter(({ kind }) => kind === "alarm")
    .slice(-50)
    .reverse();
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>市级平台示例 City receiver</title></head><body>
<h1>市级平台示例 City receiver</h1>
<table border="1">${counts.join("")}</table>
<h2>最近的告警 Latest alarms</h2>
<table border="1"><tr><th>发生时间 occurredAt</th><th>设备 device</th><th>类型 type</th><th>描述 description</th><th>状态 state</th></tr>${alarms.map(alarmRow).join("")}</table>
</body></html>`;
};
