/**
 * The ten communities of the plan's form 附件3 (RF-3) with their targets: electrical fire systems and charging places.
 * Positions are invented points around the street; the plan prints none.
 */
// biome-ignore format: a table is read by its rows
export const communities = [
  { name: "灵水", electricalFire: 20, charging: 40, latitude: 24.7652, longitude: 118.5701 },
  { name: "曾林", electricalFire: 5, charging: 5, latitude: 24.7591, longitude: 118.5642 },
  { name: "小布林", electricalFire: 10, charging: 15, latitude: 24.7713, longitude: 118.5588 },
  { name: "大布林", electricalFire: 10, charging: 15, latitude: 24.7748, longitude: 118.5614 },
  { name: "大山后", electricalFire: 20, charging: 35, latitude: 24.7805, longitude: 118.5533 },
  { name: "英塘", electricalFire: 20, charging: 35, latitude: 24.7869, longitude: 118.5675 },
  { name: "林口", electricalFire: 20, charging: 35, latitude: 24.7926, longitude: 118.5592 },
  { name: "张前", electricalFire: 10, charging: 15, latitude: 24.7834, longitude: 118.5748 },
  { name: "林格", electricalFire: 15, charging: 20, latitude: 24.7688, longitude: 118.5779 },
  { name: "小浯塘", electricalFire: 10, charging: 15, latitude: 24.7961, longitude: 118.5703 },
] as const;
