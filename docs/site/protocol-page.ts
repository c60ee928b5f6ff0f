import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Protocol } from "@dianan/codec";
import { type Code, describeLayout, type LayoutRow } from "@dianan/layout";
import { bitsSvg, frameSvg } from "./frame-svg.ts";
import { groupsOf, type LayoutGroup, leavesOf, nameIn } from "./layout-groups.ts";
import { type Files, fileAddress } from "./links.ts";
import { code, plain, table } from "./markdown.ts";
import { addressOf, type Language, root, type Words } from "./paths.ts";
import { typeIn } from "./type-words.ts";

type AnyProtocol = Protocol<never>;

/** Words of message kinds, by the codes that have their name. */
const wordsOfKinds = ({ codeTables, commands }: AnyProtocol): ReadonlyMap<string, Words> =>
  new Map(
    [...codeTables.map(({ codes }) => codes), commands].flatMap((codes) =>
      Object.entries(codes).map(([slug, { zh, en }]) => [slug, { zh, en: en ?? slug }] as const),
    ),
  );

const anchor = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");

const layoutRows = (group: LayoutGroup, document: string, language: Language): string => {
  const short = (clause: string): string => clause.replace(`${document} `, "");
  return table(
    language === "zh"
      ? ["偏移", "字节", "字段", "名称", "单位", "类型", "条款"]
      : ["offset", "bytes", "field", "name", "中文", "unit", "type", "clause"],
    group.rows.map((row) => [
      row.offset,
      row.size ?? (row.type === "struct" ? "" : "n"),
      code(nameIn(row.path, group.path)),
      plain(row[language] || row.zh),
      ...(language === "en" ? [plain(row.zh)] : []),
      plain(row.unit),
      plain(typeIn(row.type, language)),
      plain(short(row.clause)),
    ]),
  );
};

const bitTables = (rows: readonly LayoutRow[], language: Language): string =>
  rows
    .filter(({ bits }) => Object.keys(bits).length > 0)
    .map((row) => {
      const title = `${row[language] || row.zh}: ${language === "zh" ? "各位含义" : "bits"}`;
      return `\n**${plain(title)}** ${code(row.path)}\n\n${bitsSvg(row.bits, row.size ?? 1, title)}`;
    })
    .join("\n");

const known = new Set(["code", "zh", "en", "clause"]);
/** A code table in one language, with the Chinese term beside the English. */
export const codeTable = (codes: Readonly<Record<string, Code>>, language: Language, document = ""): string => {
  const entries = Object.entries(codes as Readonly<Record<string, Code & Readonly<Record<string, unknown>>>>);
  const more = [...new Set(entries.flatMap(([, one]) => Object.keys(one)))].filter(
    (name) => !known.has(name) && entries.every(([, one]) => typeof one[name] !== "object" || one[name] === null),
  );
  return table(
    language === "zh"
      ? ["代码", "中文", "English", "标识", "条款", ...more]
      : ["code", "English", "中文", "slug", "clause", ...more],
    entries.map(([slug, one]) => {
      const terms = [plain(one.zh), plain(one.en ?? "")];
      return [
        one.code,
        ...(language === "zh" ? terms : [...terms].reverse()),
        code(slug),
        plain((one.clause ?? "").replace(`${document} `, "")),
        ...more.map((name) => plain(String(one[name] ?? ""))),
      ];
    }),
  );
};

const dialects = ({ dialectOptions, dialects: named }: AnyProtocol, language: Language): string => {
  const options = Object.entries(dialectOptions);
  if (options.length === 0) return "";
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  return [
    `## ${say("方言", "Dialects")} {#dialects}`,
    "",
    say(
      "设备与文件不同之处各是一个选项;一个设备家族是一组选项。",
      "Each point in which devices differ from the document is an option; a family of devices is a set of them.",
    ),
    table(
      [say("选项", "option"), say("说明", "what"), say("文件的取值", "the document"), say("其他取值", "others")],
      options.map(([name, { zh, en, default: standard, oneOf }]) => [
        code(name),
        plain({ zh, en }[language]),
        code(standard),
        oneOf
          .filter((value) => value !== standard)
          .map(code)
          .join(", "),
      ]),
    ),
    table(
      [say("方言", "dialect"), say("说明", "what"), say("选项", "options")],
      Object.entries(named).map(([name, one]) => [
        code(name),
        plain(one[language]),
        Object.entries(one.options)
          .map(([option, value]) => code(`${option}=${String(value)}`))
          .join(", "),
      ]),
    ),
  ].join("\n");
};

type VectorList = { readonly vectors: readonly { readonly error?: unknown }[] };
const vectors = (id: string, language: Language, files: Files): string => {
  const folder = `specs/vectors/${id}`;
  if (!existsSync(join(root, folder))) return "";
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const rows = readdirSync(join(root, folder))
    .sort()
    .map((name) => {
      const file = `${folder}/${name}`;
      files.set(file, fileAddress(file));
      const all = (JSON.parse(readFileSync(join(root, file), "utf8")) as VectorList).vectors;
      const refused = all.filter((one) => one.error !== undefined).length;
      return [`<a href="${fileAddress(file)}" download>${name}</a>`, all.length - refused, refused];
    });
  return [
    `## ${say("测试向量", "Vectors")} {#vectors}`,
    "",
    say(
      "任何语言都可以用它们检验:`hex` 为字节,`value` 为应得的内容,`error` 为应当拒绝的原因。",
      "Data for tests in any language: `hex` is the bytes, `value` what they must become, `error` why they must be refused.",
    ),
    table([say("文件", "file"), say("应接受", "to be read"), say("应拒绝", "to be refused")], rows),
  ].join("\n");
};

/** The specification of a protocol: pictures, tables, codes, dialects, vectors. All of it from what the codec itself reads. */
export const protocolPage = (protocol: AnyProtocol, language: Language, files: Files): string => {
  const { id, document, tables, codeTables, frameMax } = protocol;
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const kinds = wordsOfKinds(protocol);
  const titleOf = (path: string): string => {
    const kind = /<([^>]*)>[^<]*$/.exec(path)?.[1];
    const words = kind === undefined ? undefined : kinds.get(kind);
    const item = path.endsWith("[]") ? say("的一项", ", an item") : "";
    return `${plain(words?.[language] ?? kind ?? say("一项", "item"))}${words === undefined && kind === undefined ? "" : item}`;
  };
  const parts = tables.map((one, index) => {
    const groups = groupsOf(describeLayout(one.layout));
    return [
      `## ${one[language]} {#layout-${index}}`,
      ...groups.map((group) => {
        const title = group.path === "" ? one[language] : titleOf(group.path);
        const head = group.path === "" ? "" : `### ${title} ${code(group.path)} {#l${index}-${anchor(group.path)}}\n`;
        return [
          head,
          frameSvg(leavesOf(group), language, `${document}: ${title.replaceAll("\\", "")}`, group.path),
          layoutRows(group, document, language),
          bitTables(group.rows, language),
        ].join("\n");
      }),
    ].join("\n\n");
  });
  return [
    `---\ntitle: ${JSON.stringify(`${document} ${protocol[language]}`)}\noutline: 2\n---\n`,
    `# ${document} ${protocol[language]}`,
    "",
    say(
      `协议标识 ${code(id)},一帧最长 ${frameMax} 字节。本页由编解码所用的同一张表生成。偏移从 0 起;列表项与各种消息内部重新从 0 起,长度可变的字段之后从 n 起。`,
      `Protocol ${code(id)}; a frame has at most ${frameMax} bytes. This page is made from the tables by which the codec itself reads. Offsets count from 0, again inside list items and kinds of messages, and from n behind a field of varying length.`,
    ),
    "",
    `[${say("在试验台打开", "Open in the playground")}](${addressOf(language, "playground")}?frame=${id}) · [${say("测试向量", "Vectors")}](#vectors)`,
    "",
    ...parts,
    ...codeTables.map(
      (one, index) => `\n## ${one[language]} {#codes-${index}}\n${codeTable(one.codes, language, document)}`,
    ),
    dialects(protocol, language),
    vectors(id, language, files),
  ].join("\n");
};
