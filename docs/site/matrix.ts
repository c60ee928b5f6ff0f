import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesById, type NamedTest, testsById } from "./cited.ts";
import { type Files, fileAddress, pageFor } from "./links.ts";
import { escapeHtml } from "./markdown.ts";
import { calls } from "./open-api.ts";
import { addressOf, type Language, root, type Words } from "./paths.ts";
import { type PlanRow, planRows } from "./plan.ts";
import { copied } from "./sources.ts";

type KitFile = {
  readonly document: string;
  readonly requirements: readonly {
    readonly id: string;
    readonly clause: string;
    readonly realises?: readonly string[];
    readonly text: Words;
  }[];
};

const FOLDER = "specs/requirements";
const read = <T>(name: string): T => JSON.parse(readFileSync(join(root, FOLDER, name), "utf8")) as T;

export const parts: Readonly<Record<string, Words>> = {
  devices: { zh: "设备与协议", en: "Devices and their protocol" },
  platform: { zh: "应用平台", en: "The application platform" },
  sharing: { zh: "开放与共享", en: "Opening up and sharing" },
  operation: { zh: "安装、验收与运维", en: "Installation, acceptance, operation" },
  forms: { zh: "报表", en: "Reporting forms" },
  plan: { zh: "方案正文", en: "The plan's body" },
  securityDevices: { zh: "安全:设备接入", en: "Security: devices" },
  securityApi: { zh: "安全:接口", en: "Security: the API" },
  securityAccess: { zh: "安全:访问控制", en: "Security: access" },
  securityPeople: { zh: "安全:人员与会话", en: "Security: people and sessions" },
  securityKeys: { zh: "安全:密码与传输", en: "Security: keys and transport" },
  securityAudit: { zh: "安全:审计", en: "Security: audit" },
  securityPersonal: { zh: "安全:个人信息", en: "Security: personal data" },
  securityOut: { zh: "安全:对外推送", en: "Security: outbound" },
  securityLimits: { zh: "安全:限额", en: "Security: limits" },
  securityBackup: { zh: "安全:可靠与备份", en: "Security: durability and backup" },
  securityOperation: { zh: "安全:供应链与运行", en: "Security: supply and operation" },
};

/** How far a requirement is: what is cited decides, nobody types it. */
export type Status = "tested" | "described" | "open";
export const statusOf = (tests: number, places: number): Status =>
  tests > 0 ? "tested" : places > 0 ? "described" : "open";
const statusWords: Readonly<Record<Status, Words>> = {
  tested: { zh: "有测试", en: "tested" },
  described: { zh: "仅有说明", en: "described only" },
  open: { zh: "尚无", en: "open" },
};

type Sight = {
  readonly row: PlanRow;
  readonly tests: readonly NamedTest[];
  readonly clauses: readonly { readonly text: string; readonly link: string }[];
  readonly pages: readonly string[];
  readonly status: Status;
};

const unique = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
];

/** Every row of the plan with what cites it. */
export const sightsOf = (language: Language): readonly Sight[] => {
  const kit = ["sharing.json", "gb26875.json", "dianan.json"].flatMap((name) =>
    read<KitFile>(name).requirements.map((one) => ({ ...one, file: `${FOLDER}/${name}` })),
  );
  const tests = testsById();
  const pages = filesById(["docs/*.md", "docs/decisions/*.md", "specs/**/*.md"]);
  const specs = filesById(["specs/sharing/*.json", "specs/model/*.json", "specs/device/**/*.md"]);
  const linkOf = (file: string): string => {
    const page = pageFor(file);
    return page === undefined ? fileAddress(file) : addressOf(language, page);
  };
  return planRows.map((row): Sight => {
    const of = <T>(map: ReadonlyMap<string, readonly T[]>): readonly T[] => row.ids.flatMap((id) => map.get(id) ?? []);
    const operations = calls.filter(({ operation }) => operation["x-requirement"]?.some((id) => row.ids.includes(id)));
    const clauses = [
      ...kit
        .filter(({ realises = [] }) => realises.some((id) => row.ids.includes(id)))
        .map((one) => ({ text: `${one.id} ${one.clause}`, link: fileAddress(one.file) })),
      ...unique(of(specs), String).map((file) => ({ text: file.replace(/^specs\//, ""), link: linkOf(file) })),
      ...operations.map(({ method, path, operation }) => ({
        text: `${method} ${path}`,
        link: `${addressOf(language, `api/${operation.tags[0]}`)}#${operation.operationId}`,
      })),
    ];
    const own = unique(of(tests), ({ file, name }) => `${file} ${name}`);
    const read_ = unique(of(pages), String).filter((file) => copied.has(file));
    return { row, tests: own, clauses, pages: read_, status: statusOf(own.length, clauses.length + read_.length) };
  });
};

const SHOWN = 3;
const list = (items: readonly string[], more: string): string => {
  const li = (all: readonly string[]): string => `<ul>${all.map((one) => `<li>${one}</li>`).join("")}</ul>`;
  if (items.length === 0) return "—";
  if (items.length <= SHOWN) return li(items);
  return `${li(items.slice(0, SHOWN))}<details><summary>${more.replace("#", String(items.length - SHOWN))}</summary>${li(items.slice(SHOWN))}</details>`;
};

const sightRow = (sight: Sight, language: Language, files: Files): string => {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const more = say("另 # 项", "# more");
  for (const { link } of sight.clauses) {
    const file = link.replace(/^\/files\//, "");
    if (file !== link && existsSync(join(root, file))) files.set(file, link);
  }
  const ids = sight.row.ids
    .map((id) => `<strong id="${id}">${id}</strong> <small>${sight.row.levels[id]}</small>`)
    .join("<br>");
  const clauses = sight.clauses.map(({ text, link }) => `<a href="${link}">${escapeHtml(text)}</a>`);
  const tests = sight.tests.map(
    ({ file, name }) => `${escapeHtml(name)} <small>${escapeHtml(file.replace(/^(packages|examples)\//, ""))}</small>`,
  );
  const pages = sight.pages.map(
    (file) =>
      `<a href="${addressOf(language, copied.get(file) ?? "")}">${escapeHtml(file.replace(/^docs\/|\.md$/g, ""))}</a>`,
  );
  return `<tr><th scope="row">${ids}</th><td>${escapeHtml(sight.row.text[language])}</td><td>${list(clauses, more)}</td><td>${list(tests, more)}</td><td>${list(pages, more)}</td><td><span class="status ${sight.status}">${statusWords[sight.status][language]}</span> <small>${sight.tests.length}</small></td></tr>`;
};

/** Plan row -> clause of a specification -> test -> status, read from the sources. */
export const matrixPage = (language: Language, files: Files): string => {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const sights = sightsOf(language);
  const count = (status: Status): number => sights.filter((one) => one.status === status).length;
  const heads = say(
    "要求|内容|规范条款与操作|测试|说明|状态",
    "requirement|what|clauses and operations|tests|pages|status",
  ).split("|");
  const sections = [...new Set(sights.map(({ row }) => row.part))].map((part) => {
    const own = sights.filter(({ row }) => row.part === part);
    return [
      `\n## ${parts[part]?.[language] ?? part} {#part-${part}}\n`,
      `<div class="wide" tabindex="0" role="group" aria-label="${escapeHtml(parts[part]?.[language] ?? part)}"><table class="matrix"><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>`,
      ...own.map((one) => sightRow(one, language, files)),
      "</tbody></table></div>",
    ].join("\n");
  });
  return [
    `---\ntitle: ${say("要求矩阵", "Requirement matrix")}\naside: false\npageClass: wide-page\n---\n`,
    `# ${say("要求矩阵", "Requirement matrix")}`,
    "",
    say(
      `来源文件的每一条,由哪些条款和接口实现、被哪些测试检验。本页由规范、接口文件、测试名称和文档中引用的编号生成,没有一项是手填的。“有测试”指测试名称引用了该编号;每次构建前全部测试须通过。共 ${sights.length} 行:有测试 ${count("tested")},仅有说明 ${count("described")},尚无 ${count("open")}。`,
      `Each row of the source document: by which clauses and operations it is made true, and which tests show it. The page is made from the ids that specifications, the API document, names of tests and pages cite; nothing is typed. "Tested" means that the name of a test cites the id, and every test passes before a change lands. ${sights.length} rows: ${count("tested")} tested, ${count("described")} described only, ${count("open")} open.`,
    ),
    ...sections,
  ].join("\n");
};
