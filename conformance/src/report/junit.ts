import type { Report } from "./report-json.ts";

/** Text that may stand in XML: what XML 1.0 forbids becomes a question mark. */
export const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not be there
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "?")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const caseOf = (
  { id, title, verdict, finding, lacking, requirements }: Report["cases"][number],
  suite: string,
): string => {
  const open = `    <testcase classname="${xml(suite)}" name="${xml(`${id} ${title.zh}`)}">`;
  const properties = `<properties><property name="requirements" value="${xml(requirements.join(" "))}"/></properties>`;
  const inside =
    verdict === "FAIL" || verdict === "ERROR"
      ? `<${verdict === "FAIL" ? "failure" : "error"} type="${xml(finding?.code ?? "")}" message="${xml(finding?.expected ?? "")}">${xml(finding?.got ?? "")}</${verdict === "FAIL" ? "failure" : "error"}>`
      : verdict === "SKIP" || verdict === "UNMET"
        ? `<skipped message="${xml(verdict === "UNMET" ? (finding?.got ?? "") : lacking.join(", "))}"/>`
        : verdict === "WARN"
          ? `<system-out>${xml(`${finding?.expected} | ${finding?.got}`)}</system-out>`
          : "";
  return `${open}${properties}${inside}</testcase>`;
};

/** The report as JUnit XML, for build servers. */
export const junitOf = (report: Report): string => {
  const { counts, suite, durationMs, seed, cases } = report;
  const skipped = counts.SKIP + counts.UNMET;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    `  <testsuite name="${xml(suite.document)}" tests="${cases.length}" failures="${counts.FAIL}" errors="${counts.ERROR}" skipped="${skipped}" time="${(durationMs / 1000).toFixed(3)}">`,
    `    <properties><property name="seed" value="${seed}"/><property name="class" value="${report.classReached ?? "none"}"/></properties>`,
    ...cases.map((one) => caseOf(one, suite.document)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
};
