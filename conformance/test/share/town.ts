import type { Delivery, Push } from "../../src/index.ts";

export type Record = { readonly [member: string]: unknown };
type Line = { readonly kind: Push["kind"]; readonly items: readonly Record[]; readonly full?: boolean };

const place = { latitude: 24.718012, longitude: 118.538871 };
const person = { contactName: "示例联系人", contactPhone: "0595-85600000" };
const common = { platformCode: "JJLY01" };

const operator = {
  id: "op-01",
  name: "示例消防技术服务有限公司",
  code: "91350100M000100Y43",
  address: "晋江市灵源街道 100 号",
  ...person,
  version: 1,
};
const unit = (id: string, name: string, more: Record = {}): Record => ({
  ...{
    id,
    name,
    operatorId: "op-01",
    address: `灵源街道 ${id}`,
    ...place,
    regionCode: "350582",
    deviceCount: 1,
    ...common,
  },
  ...{ coordinateSystem: "CGCS2000", creditCode: "91350100M000100Y43", ...person, version: 1, ...more },
});
const device = (id: string, unitId: string): Record => ({
  ...{
    id,
    name: "配电箱",
    type: "electricalFireMonitor",
    address: "一层",
    ...place,
    operatorId: "op-01",
    unitId,
    ...common,
  },
  ...{ installedOn: "2026-03-18", status: "normal", manufacturer: "示例电气", componentCount: 1, version: 1 },
});
const component = (id: string, deviceId: string): Record => ({
  ...{ id, name: "剩余电流", address: "进线", deviceId, manufacturer: "示例电气", installedOn: "2026-03-18" },
  ...{ status: "normal", type: "residualCurrentDetector", version: 1 },
});
const alarm = (id: string, deviceId: string, unitId: string, more: Record = {}): Record => ({
  ...{
    id,
    deviceId,
    unitId,
    occurredAt: "2026-01-02T11:04:05+08:00",
    description: "剩余电流报警",
    type: "residualCurrentOver",
  },
  ...{
    ...common,
    componentId: `${deviceId}-c`,
    class: "alarm",
    severity: "critical",
    state: "raised",
    version: 1,
    ...more,
  },
});

/** What a right sender shares: records, a renaming, a repeat, a deletion, and the full export after all that. */
export const lines: readonly Line[] = (() => {
  const renamed = unit("unit-1", "新名制衣厂", { version: 2 });
  const there = [device("dev-1", "unit-1"), device("dev-2", "unit-2")];
  const parts = [component("dev-1-c", "dev-1"), component("dev-2-c", "dev-2")];
  const raised = alarm("alarm-1", "dev-1", "unit-1");
  const cleared = { ...raised, state: "cleared", clearedAt: "2026-01-02T11:34:05+08:00", version: 2 };
  const gone = { ...unit("unit-3", "停用单位", { deviceCount: 0, address: "别处" }), version: 2, deleted: true };
  return [
    { kind: "operator", items: [operator] },
    {
      kind: "unit",
      items: [
        unit("unit-1", "示例制衣厂"),
        unit("unit-2", "示例小学"),
        unit("unit-3", "停用单位", { deviceCount: 0, address: "别处" }),
      ],
    },
    { kind: "device", items: there },
    { kind: "component", items: parts },
    { kind: "alarm", items: [raised, alarm("alarm-2", "dev-2", "unit-2", { occurredAt: "2026-01-03T01:02:03Z" })] },
    { kind: "alarm", items: [raised] },
    { kind: "alarm", items: [cleared] },
    { kind: "unit", items: [renamed, gone] },
    { kind: "operator", items: [operator], full: true },
    { kind: "unit", items: [renamed, unit("unit-2", "示例小学")], full: true },
    { kind: "device", items: there, full: true },
    { kind: "component", items: parts, full: true },
    {
      kind: "alarm",
      items: [cleared, alarm("alarm-2", "dev-2", "unit-2", { occurredAt: "2026-01-03T01:02:03Z" })],
      full: true,
    },
  ];
})();

export const deliveryOf = (all: readonly Line[]): Delivery => ({
  pushes: all.map(({ kind, items, full }) => ({ kind, items, at: null, isFull: full === true })),
  ...{ strays: [], secret: null, bearer: null },
});

/** The same lines with each record changed; null leaves it out. `n` counts records of all lines. */
export const changed = (change: (record: Record, line: Line, n: number) => Record | null): readonly Line[] => {
  let n = 0;
  return lines.map((line) => ({
    ...line,
    items: line.items.map((record) => change(record, line, n++)).filter((record) => record !== null),
  }));
};
/** Without these members. */
export const without = (record: Record, ...names: readonly string[]): Record =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
export type { Line };
