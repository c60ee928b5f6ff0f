import type { Dialect, DialectOption, DialectOptions, DialectValue } from "@dianan/codec";
import { nearest } from "../options/nearest.ts";
import type { Option, UsageError } from "../options/option.ts";
import { both, type ExitCode, type Terminal } from "../terminal.ts";

/** What `--dialect` of the frame commands takes. */
export const dialectOption = {
  name: "dialect",
  kind: "text",
  default: "",
  zh: "设备方言:<名称>[,<选项>=<值>…],从左到右叠加;list 列出该协议的全部方言和选项。",
  en: "Dialect of the device: <name>[,<option>=<value>…], the later wins; `list` prints those of the protocol.",
} as const satisfies Option;

/** The word that asks for what there is. */
const LIST = "list";

/** The part of a protocol that dialects are read by. */
export type Dialects = {
  readonly id: string;
  readonly dialects: Readonly<Record<string, Dialect>>;
  readonly dialectOptions: Readonly<Record<string, DialectOption>>;
};

type DialectResult =
  | { readonly ok: true; readonly options: DialectOptions }
  | { readonly ok: false; readonly error: UsageError };

/** Options of a dialect as typed: named sets and single options in any order, the later over the earlier. */
export const parseDialect = (protocol: Dialects, text: string): DialectResult => {
  let options: DialectOptions = {};
  for (const part of text.split(",").map((one) => one.trim())) {
    if (part === "") continue;
    const step = part.includes("=") ? oneOption(protocol, part) : namedSet(protocol, part);
    if (!step.ok) return step;
    options = { ...options, ...step.options };
  }
  return { ok: true, options };
};

/** What a command does about `--dialect`: the options, or the exit code when the list was asked for or the text is wrong. */
export const dialectOrExit = (protocol: Dialects, text: string, terminal: Terminal): DialectOptions | ExitCode => {
  if (text === LIST) {
    terminal.out(dialectList(protocol));
    return 0;
  }
  const dialect = parseDialect(protocol, text);
  if (dialect.ok) return dialect.options;
  terminal.err(both(dialect.error.zh, dialect.error.en));
  return 2;
};

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const namedSet = ({ id, dialects, dialectOptions }: Dialects, name: string): DialectResult => {
  const found = own(dialects, name);
  if (found !== undefined) return { ok: true, options: found.options };
  const option = own(dialectOptions, name);
  return option === undefined
    ? unknown(id, name, Object.keys(dialects), { zh: "方言", en: "dialect" })
    : wrongValue(name, option, "");
};

const wrongValue = (name: string, { oneOf }: DialectOption, text: string): DialectResult => {
  const allowed = oneOf.join(", ");
  const typed = JSON.stringify(text);
  return {
    ok: false,
    error: {
      zh: `--dialect ${name} 只能是 ${allowed},不能是 ${typed}。`,
      en: `--dialect ${name} is one of ${allowed}, not ${typed}.`,
    },
  };
};

const oneOption = ({ id, dialectOptions }: Dialects, part: string): DialectResult => {
  const at = part.indexOf("=");
  const [name, text] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  const option = own(dialectOptions, name);
  if (option === undefined)
    return unknown(id, name, Object.keys(dialectOptions), { zh: "方言选项", en: "dialect option" });
  const value = option.oneOf.find((one) => String(one) === text);
  if (value !== undefined) return { ok: true, options: { [name]: value } };
  return wrongValue(name, option, text);
};

const unknown = (
  id: string,
  name: string,
  words: readonly string[],
  what: { readonly zh: string; readonly en: string },
): DialectResult => {
  const near = nearest(name, words);
  const typed = JSON.stringify(name);
  if (words.length === 0)
    return { ok: false, error: { zh: `${id} 没有${what.zh}。`, en: `${id} has no ${what.en}s, so no ${typed}.` } };
  return {
    ok: false,
    error: {
      zh: `${id} 没有 ${typed} 这个${what.zh}${near === null ? "" : `,是否想用 ${near}?`}现有:${words.join(", ")}。`,
      en: `${id} has no ${what.en} ${typed}.${near === null ? "" : ` Did you mean ${near}?`} There are: ${words.join(", ")}.`,
    },
  };
};

const valueText = (value: DialectValue, standard: DialectValue): string =>
  value === standard ? `[${String(value)}]` : String(value);

/** What a protocol has, for people: named dialects, then every option with its values, the document's own in brackets. */
export const dialectList = ({ id, dialects, dialectOptions }: Dialects): string => {
  const names = Object.entries(dialects);
  const options = Object.entries(dialectOptions);
  if (names.length === 0 && options.length === 0) return `${id} 没有方言。 ${id} has no dialects.\n`;
  return [
    `${id} 的方言 dialects of ${id}:`,
    ...names.flatMap(([name, { zh, en, options: set }]) => [
      `  ${name}`,
      `      ${zh} ${en}`,
      `      = ${Object.entries(set)
        .map(([option, value]) => `${option}=${String(value)}`)
        .join(",")}`,
    ]),
    "",
    "选项,方括号内为标准值 options, the document's own value in brackets:",
    ...options.flatMap(([name, { zh, en, default: standard, oneOf }]) => [
      `  ${name}=${oneOf.map((value) => valueText(value, standard)).join("|")}`,
      `      ${zh} ${en}`,
    ]),
    "",
  ].join("\n");
};
