// What BRAVO01 has: one of each kind, in the order in which they refer to each other.
const place = { address: "灵源街道", latitude: 24.78, longitude: 118.55, platformCode: "BRAVO01" };
const made = { status: "normal", manufacturer: "甲厂", installedOn: "2026-01-02" };

export const records = {
  operators: { id: "b-op", name: "运维", code: "b-op", address: "x", contactName: "李", contactPhone: "0595-85600000" },
  units: { id: "b-unit", name: "站点", operatorId: "b-op", regionCode: "350582", deviceCount: 0, ...place },
  devices: {
    ...{ id: "b-dev", name: "配电箱", type: "electricalFireMonitor", operatorId: "b-op", unitId: "b-unit" },
    ...{ componentCount: 0, ...place, ...made },
  },
  components: {
    ...{
      id: "b-dev:1",
      name: "剩余电流",
      type: "residualCurrentDetector",
      deviceId: "b-dev",
      address: "进线",
      ...made,
    },
  },
};
