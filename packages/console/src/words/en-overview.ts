import type { zhOverview } from "./zh-overview.ts";

export const enOverview: typeof zhOverview = {
  title: "Overview",
  wall: "Wall",
  leaveWall: "Leave the wall",
  waiting: "unacknowledged",
  oldest: (age) => `Oldest unacknowledged ${age}`,
  noneWaiting: "No unacknowledged alarms",
  map: "Map",
  areas: "By community",
  noArea: "No community given",
  normal: "normal",
  units: (count) => `${count} units`,
  newest: "Newest unacknowledged",
  online: (online, all) => `Online ${online} / ${all}`,
  silent: (count) => `Silent ${count}`,
  overdue: (count) => `Overdue ${count}`,
  shelved: (count) => `Shelved ${count}`,
  age: (age) => `Last data ${age}`,
  noData: "No data yet",
  more: (count) => `${count} more communities are not listed`,
};
