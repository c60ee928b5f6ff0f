/** What this platform registers with the hub (登记信息): an operator, one of its units, a device there and its two components. */
const place = { latitude: 24.718012, longitude: 118.538871 };
const made = { installedOn: "2026-03-18", manufacturer: "示例电气" };

export const operator = {
  id: "partner-op-01",
  name: "示例运维公司",
  code: "91350100M000100Y43",
  address: "晋江市灵源街道",
  contactName: "值班室",
  contactPhone: "+86-595-85600000",
};
export const unit = {
  id: "partner-unit-0001",
  name: "示例制衣厂",
  operatorId: operator.id,
  address: "灵水社区 1 号",
  ...place,
  regionCode: "350582",
  deviceCount: 1,
  platformCode: "PARTNER1",
};
export const device = {
  id: "partner-dev-889",
  name: "1 号车间配电箱",
  type: "electricalFireMonitor",
  address: "一层东侧",
  ...place,
  ...made,
  operatorId: operator.id,
  unitId: unit.id,
  platformCode: "PARTNER1",
  status: "normal",
  componentCount: 2,
  // Where its frames come from: GB/T 26875.3 source address 889.
  protocol: "gb26875",
  wireAddress: "889",
};
// Where their values come from: system type, system address, component type, component address of GB/T 26875.3.
export const components = [
  { name: "A 相剩余电流", type: "residualCurrentDetector", componentKey: "1/1/17/1" },
  { name: "A 相温度", type: "temperatureDetector", componentKey: "1/1/18/1" },
].map((one, index) => ({
  id: `${device.id}:${index + 1}`,
  address: `${index + 1} 回路`,
  deviceId: device.id,
  status: "normal",
  ...made,
  ...one,
}));
