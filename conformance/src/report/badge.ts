import { createHash } from "node:crypto";
import type { Report } from "./report-json.ts";

/** Data of a badge, in the form that badge services take. Never rounded up: one failure is never 100 %. */
export const badgeOf = ({ target, suite, classReached, counts, cases, mode }: Report) => {
  const ran = cases.length - counts.SKIP;
  const message = mode === "certify" && classReached !== null ? `${classReached} 100 %` : `${counts.PASS} of ${ran}`;
  const color = classReached === null ? (counts.FAIL + counts.ERROR > 0 ? "red" : "lightgrey") : "brightgreen";
  return { schemaVersion: 1, label: `${target} · ${suite.document} · self-tested`, message, color } as const;
};

/** Dark enough for white letters (4.5 to 1). */
const fills = { brightgreen: "#2e7d32", red: "#c62828", lightgrey: "#616161" } as const;

/** Width of a character, and what stands left and right of a text. Pixels; texts are stretched to fit. */
const [CHARACTER, SPACE] = [6.1, 8];
const widthOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, one) => sum + (one > "\u2e80" ? 2 : 1) * CHARACTER, 2 * SPACE));

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * The badge as a picture that stands alone: no font, script or address of another host.
 *
 * @param reportText - the text of report.json; its SHA-256 stands in the picture's description, with kit, suite and date
 */
export const badgeSvg = (report: Report, reportText: string): string => {
  const { label, message, color } = badgeOf(report);
  const [left, right] = [widthOf(label), widthOf(message)];
  const text = (content: string, x: number, width: number): string =>
    `<text x="${x + width / 2}" y="14" textLength="${width - 2 * SPACE}" lengthAdjust="spacingAndGlyphs">${escaped(content)}</text>`;
  const digest = createHash("sha256").update(reportText).digest("hex");
  const about = `${report.kit.name} ${report.kit.version}, suite ${report.suite.digest}, ${report.startedAt}, report.json sha256 ${digest}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" viewBox="0 0 ${left + right} 20" role="img">`,
    `<title>${escaped(`${label}: ${message}`)}</title>`,
    `<desc>${escaped(about)}</desc>`,
    `<rect width="${left}" height="20" fill="#424242"/>`,
    `<rect x="${left}" width="${right}" height="20" fill="${fills[color]}"/>`,
    `<g fill="#fff" font-family="Verdana, 'Noto Sans', sans-serif" font-size="11" text-anchor="middle">`,
    text(label, 0, left),
    text(message, left, right),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
};
