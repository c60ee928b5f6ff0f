import { copyFileSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { table } from "./markdown.ts";
import { type Language, root, type Words } from "./paths.ts";

/** Where the tests leave the reports of our own implementations, each in a folder of its own. */
const folder = join(root, ".cache", "conformance");

/** One of our own implementations before the conformance kit, and the test that makes its report. */
type OwnReport = { readonly name: string; readonly of: Words; readonly test: string };

// biome-ignore format: a table is read by its rows
export const ownReports: readonly OwnReport[] = [
  { name: "codec-f3", of: { zh: "编解码器,GB/T 26875.3", en: "codec, GB/T 26875.3" }, test: "conformance/test/selftest.test.ts" },
  { name: "codec-dp", of: { zh: "编解码器,电安开放设备协议", en: "codec, open device protocol" }, test: "conformance/test/selftest.test.ts" },
  { name: "device-f3", of: { zh: "设备,GB/T 26875.3", en: "device, GB/T 26875.3" }, test: "conformance/test/selftest.test.ts" },
  { name: "device-dp", of: { zh: "设备,电安开放设备协议", en: "device, open device protocol" }, test: "conformance/test/selftest.test.ts" },
  { name: "platform", of: { zh: "平台,开放接口", en: "platform, open API" }, test: "conformance/test/platform.test.ts" },
  { name: "share-sender", of: { zh: "数据共享,发送方", en: "sharing, as sender" }, test: "packages/cli/test/conform-share.test.ts" },
  { name: "share-receiver", of: { zh: "数据共享,接收方", en: "sharing, as receiver" }, test: "packages/cli/test/conform-share.test.ts" },
];

/** What decides how a report comes out; one that is older than any of it is made again. */
const JUDGES = ["conformance/src/**/*.ts", "specs/{requirements,vectors,sharing}/**/*.json"];
const changedAt = (file: string): number => statSync(join(root, file)).mtimeMs;

/** Those that are missing or too old. */
export const missingReports = (): readonly OwnReport[] => {
  const newest = Math.max(...JUDGES.flatMap((pattern) => globSync(pattern, { cwd: root })).map(changedAt));
  return ownReports.filter(({ name }) => {
    const file = join(folder, name, "report.json");
    return !existsSync(file) || statSync(file).mtimeMs < newest;
  });
};

/** The members of report.json that are shown. */
type Head = {
  readonly mode: string;
  readonly classReached: string | null;
  readonly seed: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly cases: readonly { readonly polarity: string }[];
};

const otherForms = {
  ...{ JSON: "report.json", JUnit: "junit.xml", CSV: "requirements.csv", badge: "badge.svg", SHA: "manifest.json" },
} as const;

const addressIn = (name: string, file: string): string => `/reports/${name}/${file}`;

/** Puts the reports that there are on the site, every form of each. */
export const copyReports = (publicFolder: string): void => {
  for (const { name } of ownReports) {
    const from = join(folder, name);
    if (!existsSync(from)) continue;
    const to = join(publicFolder, "reports", name);
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from)) copyFileSync(join(from, file), join(to, file));
  }
};

const rowOf = ({ name, of }: OwnReport, language: Language): readonly string[] => {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const file = join(folder, name, "report.json");
  if (!existsSync(file)) return [of[language], say("尚未生成", "not made yet"), "", "", "", ""];
  const report = JSON.parse(readFileSync(file, "utf8")) as Head;
  const refusals = report.cases.filter(({ polarity }) => polarity === "negative").length;
  const link = (text: string, path: string): string => `<a href="${addressIn(name, path)}" target="_blank">${text}</a>`;
  return [
    link(of[language], "report.html"),
    `${report.classReached ?? say("未达到", "none")}, ${report.mode}`,
    `${report.counts.PASS} / ${report.cases.length - (report.counts.SKIP ?? 0)}`,
    String(refusals),
    `${report.startedAt.slice(0, 10)}, ${(report.durationMs / 1000).toFixed(0)} s, ${say("种子", "seed")} ${report.seed}`,
    Object.entries(otherForms)
      .map(([label, path]) => link(label, path))
      .join(" "),
  ];
};

/** The part of the page on conformance that shows what our own implementations came to; nothing of it is typed. */
export const reportsSection = (language: Language): string => {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const heads = say("报告|等级|通过|应拒绝|生成|其他格式", "report|class|passed|refusals|made|other forms");
  return [
    `\n## ${say("自测报告", "Our own reports")} {#reports}\n`,
    say(
      "以下报告由本仓库的测试在构建本站前实际运行得到,均为认证模式:声明决定用例。每份为一个自包含的双语页面,附 JSON、JUnit 和 CSV;`dianan conform verify` 可离线校验其文件夹。",
      "Made by the tests of this repository before this site was built, all of them certified: the claims decided which cases ran. Each is one self-contained page in both languages, beside it JSON, JUnit and CSV; `dianan conform verify` checks its folder without a network.",
    ),
    table(
      heads.split("|"),
      ownReports.map((one) => rowOf(one, language)),
    ),
  ].join("\n");
};
