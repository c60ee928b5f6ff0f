import type { Report } from "./report-json.ts";

/** Data of a badge, in the form that badge services take. Never rounded up: one failure is never 100 %. */
export const badgeOf = ({ target, suite, classReached, counts, cases, mode }: Report) => {
  const ran = cases.length - counts.SKIP;
  const message = mode === "certify" && classReached !== null ? `${classReached} 100 %` : `${counts.PASS} of ${ran}`;
  const color = classReached === null ? (counts.FAIL + counts.ERROR > 0 ? "red" : "lightgrey") : "brightgreen";
  return { schemaVersion: 1, label: `${target} · ${suite.document} · self-tested`, message, color };
};
