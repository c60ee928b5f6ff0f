import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Files, fileAddress } from "./links.ts";
import { block, code, plain, sentencesOf, table } from "./markdown.ts";
import { addressOf, type Language, root, type Words } from "./paths.ts";

type Schema = {
  readonly title?: string;
  readonly "x-title-en"?: string;
  readonly "x-clause"?: string;
  readonly "x-codeList"?: string;
  readonly "x-expect-zh"?: string;
  readonly "x-expect-en"?: string;
  readonly "x-sensitive"?: unknown;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly examples?: readonly unknown[];
  readonly $defs?: Readonly<Record<string, Schema>>;
};

const folder = "specs/sharing";
export const recordKinds = ["unit", "operator", "device", "component", "alarm"] as const;
export const recordNames: Readonly<Record<(typeof recordKinds)[number], Words>> = {
  unit: { zh: "单位", en: "Unit" },
  operator: { zh: "运维机构", en: "Operator" },
  device: { zh: "设备", en: "Device" },
  component: { zh: "部件", en: "Component" },
  alarm: { zh: "告警", en: "Alarm" },
};
const read = (name: string): Schema => JSON.parse(readFileSync(join(root, folder, name), "utf8")) as Schema;
const common = read("common.schema.json");

const titleIn = (schema: Schema, language: Language): string =>
  (language === "zh" ? schema.title : schema["x-title-en"]) ?? schema.title ?? "";

/** What a member must be, in words: its own, else those of the shape that it refers to. */
const expectation = (member: Schema, language: Language): string => {
  const shape = common.$defs?.[member.$ref?.split("/").at(-1) ?? ""] ?? member;
  const own = { ...shape, ...member };
  return own[`x-expect-${language}`] ?? [own.type].flat().join(", ");
};

/** One of the five shared records (SH-1 to SH-5). */
export const recordPage = (kind: string, language: Language, files: Files): string => {
  const schema = read(`${kind}.schema.json`);
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const file = `${folder}/${kind}.schema.json`;
  files.set(file, fileAddress(file));
  files.set(`${folder}/common.schema.json`, fileAddress(`${folder}/common.schema.json`));
  const required = new Set(schema.required);
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => [
    code(name),
    plain(titleIn(member, language)),
    required.has(name) ? say("必填", "yes") : "",
    plain(expectation(member, language)),
    plain(sentencesOf(member.description ?? "", language)) +
      (member["x-codeList"] === undefined
        ? ""
        : ` [${say("代码表", "code list")}](${addressOf(language, "spec/codes")}#${member["x-codeList"]})`),
    code(member.examples?.[0] === undefined ? "" : JSON.stringify(member.examples[0])),
  ]);
  const samples = (what: "valid" | "invalid"): readonly string[] =>
    readdirSync(join(root, folder, "examples", what))
      .filter((name) => name.startsWith(`${kind}-`))
      .sort()
      .map((name) => {
        const path = `${folder}/examples/${what}/${name}`;
        files.set(path, fileAddress(path));
        return `- <a href="${fileAddress(path)}" download>${name}</a>`;
      });
  return [
    `---\ntitle: ${JSON.stringify(`${titleIn(schema, language)} ${kind}`)}\noutline: 2\n---\n`,
    `# ${titleIn(schema, language)} ${code(kind)}`,
    "",
    plain(sentencesOf(schema.description ?? "", language)),
    "",
    `${say("依据", "Clause")}: [${schema["x-clause"]}](${addressOf(language, "matrix")}#${schema["x-clause"]}) · <a href="${fileAddress(file)}" download>JSON Schema</a> (<a href="${fileAddress(`${folder}/common.schema.json`)}" download>common</a>)`,
    "",
    `## ${say("成员", "Members")} {#members}`,
    table(say("成员|名称|必填|要求|说明|例", "member|name|required|must be|what|example").split("|"), members),
    `## ${say("例子", "Examples")} {#examples}`,
    "",
    block(JSON.stringify(schema.examples?.[0] ?? {}, null, 2), say("最少的成员", "With the least members")),
    block(JSON.stringify(schema.examples?.at(-1) ?? {}, null, 2), say("全部成员", "With every member")),
    "",
    say("应当接受:", "To be accepted:"),
    "",
    ...samples("valid"),
    "",
    say("应当拒绝:", "To be refused:"),
    "",
    ...samples("invalid"),
  ].join("\n");
};
