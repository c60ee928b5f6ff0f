import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type Report, reportOf, type TargetRun, writeReport } from "../src/index.ts";

const schemaIn = (file: string): object =>
  JSON.parse(readFileSync(new URL(`../../specs/conformance/${file}`, import.meta.url), "utf8")) as object;

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
const fitsClaims = ajv.addSchema(schemaIn("claims.schema.json"), "claims").getSchema("claims");
const fitsReport = ajv.compile(schemaIn("report.schema.json"));
const AT = { startedAt: "2026-01-01T00:00:00Z", durationMs: 0 };

/** What is wrong with claims by their published schema; none: nothing. */
export const claimsErrors = (claims: unknown): readonly string[] =>
  fitsClaims?.(claims) === true ? [] : (fitsClaims?.errors ?? []).map(({ instancePath }) => instancePath);

/** What is wrong with a report by its published schema. */
export const reportErrors = (report: unknown): readonly string[] =>
  fitsReport(report) ? [] : (fitsReport.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

/** The report of a run, as it would be read again. @throws Error when it is not as its schema says */
export const checkedReport = (run: TargetRun): Report => {
  const report = JSON.parse(JSON.stringify(reportOf(run, AT))) as Report;
  const wrong = reportErrors(report);
  if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join("\n"));
  return report;
};

/** Keeps the report of one of our own implementations for the site (docs/site/reports.ts). */
export const keepReport = (name: string, run: TargetRun, startedAt: Date): void =>
  writeReport(
    fileURLToPath(new URL(`../../.cache/conformance/${name}`, import.meta.url)),
    reportOf(run, { startedAt: startedAt.toISOString(), durationMs: Date.now() - startedAt.getTime() }),
  );
