import type { zhDeviceHistory } from "./zh-device-history.ts";

export const enDeviceHistory: typeof zhDeviceHistory = {
  presence: "Presence of 30 days",
  presenceNone: "Nothing is recorded of these 30 days",
  day: (date, away, outages) => `${date}: away ${away}, lost ${outages} times`,
  always: "online all day",
  table: "As a table",
  trends: "Trends",
  ranges: { hour: "1 hour", day: "24 hours", week: "7 days", month: "30 days", year: "1 year" },
  save: "Save as CSV",
  trendsNone: "There are no readings of that time",
  reading: "Loading",
  failed: "Cannot be loaded",
  limit: "Set point",
  from: "From",
  least: "Least",
  most: "Greatest",
  chart: (what, low, high) => `${what}, least ${low}, greatest ${high}`,
};
