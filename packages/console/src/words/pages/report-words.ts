import { enReports } from "./en-reports.ts";
import { zhReports } from "./zh-reports.ts";

/** What statistics, reports and forms say (报表). */
export const reportWords = { zh: zhReports, en: enReports };
export type ReportWords = typeof zhReports;
