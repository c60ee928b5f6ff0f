import type { Device, Operator, Unit } from "@dianan/sharing";
import { communities } from "./communities.ts";

/** Invented: no real operator, person or phone. */
export const exampleOperator = (platformCode: string): Operator & { readonly platformCode: string } => ({
  id: "op-example",
  name: "示例电气安全运维服务站",
  code: "EXAMPLE-OP-01",
  address: "示例路 1 号",
  contactName: "值班员甲",
  contactPhone: "0595-0000000",
  platformCode,
});

const kinds = [
  { name: "示例制衣厂", placeType: "labourIntensive" },
  { name: "示例养老院", placeType: "welfare" },
  { name: "示例出租屋", placeType: "rental30" },
  { name: "示例小学", placeType: "school" },
  { name: "示例小区", placeType: "estateManaged" },
] as const;

const REGION = "350582";

/** The community, unit and place of the n-th example device. */
const placeOf = (index: number) => {
  const community = communities[index % communities.length] ?? communities[0];
  const round = Math.floor(index / communities.length);
  const kind = kinds[round % kinds.length] ?? kinds[0];
  // Units of a community stand a few dozen metres apart.
  const step = 0.0004 * (round + 1);
  return {
    community: community.name,
    kind,
    unitId: `unit-${(index % communities.length) + 1}-${round + 1}`,
    unitName: `${community.name}${kind.name}${round + 1}`,
    latitude: Number((community.latitude + step).toFixed(6)),
    longitude: Number((community.longitude + step).toFixed(6)),
  };
};

/** The unit in which the n-th example device is installed. */
export const exampleUnit = (index: number, platformCode: string): Unit => {
  const { community, kind, unitId, unitName, latitude, longitude } = placeOf(index);
  return {
    id: unitId,
    name: unitName,
    operatorId: "op-example",
    address: `灵源街道${community}社区示例路 ${index + 1} 号`,
    latitude,
    longitude,
    coordinateSystem: "CGCS2000",
    regionCode: REGION,
    deviceCount: 0,
    platformCode,
    placeType: kind.placeType,
    community,
  };
};

/** The n-th example device: a wireless electrical fire monitor (无线电气火灾监控装置). */
export const exampleDevice = (index: number, wireAddress: number, platformCode: string): Device => {
  const { unitId, unitName, latitude, longitude } = placeOf(index);
  return {
    id: `dev-${wireAddress}`,
    name: `${unitName}电气火灾监控 ${index + 1}`,
    type: "electricalFireMonitor",
    address: `${unitName}一层配电间`,
    latitude,
    longitude,
    operatorId: "op-example",
    unitId,
    platformCode,
    installedOn: "2026-01-15",
    status: "unknown",
    manufacturer: "示例电气",
    componentCount: 0,
    protocol: "gb26875",
    wireAddress: String(wireAddress),
  };
};
