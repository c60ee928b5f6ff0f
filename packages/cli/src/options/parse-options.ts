import { parseArgs } from "node:util";
import { nearest } from "./nearest.ts";
import type { Option, Options, UsageError, Values } from "./option.ts";
import { variableOf } from "./option.ts";

export type Parsed<T extends Options> =
  | { readonly ok: true; readonly values: Values<T>; readonly words: readonly string[]; readonly help: boolean }
  | { readonly ok: false; readonly error: UsageError };

type Environment = { readonly [name: string]: string | undefined };
const refused = (zh: string, en: string): { readonly ok: false; readonly error: UsageError } => ({
  ok: false,
  error: { zh, en },
});

/**
 * Reads a command's words: an option on the command line comes before its environment variable, which comes before the
 * default. Nothing is guessed: an unknown option or a value that does not fit is refused with what would fit.
 */
export const parseOptions = <const T extends Options>(
  options: T,
  argv: readonly string[],
  env: Environment,
): Parsed<T> => {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      options.map(({ name, kind }) => [name, { type: kind === "flag" ? ("boolean" as const) : ("string" as const) }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const typed = new Map<string, string | undefined>();
  const words: string[] = [];
  let help = false;
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    if (token.name === "help" || token.name === "h") {
      help = true;
      continue;
    }
    const option = options.find(({ name }) => name === token.name);
    if (option === undefined) return unknown(token.rawName, options);
    if (option.kind === "flag" ? token.value !== undefined : token.value === undefined)
      return option.kind === "flag"
        ? refused(`--${option.name} 不带值。`, `--${option.name} takes no value.`)
        : refused(`--${option.name} 后面要有一个值。`, `--${option.name} needs a value.`);
    typed.set(option.name, token.value);
  }
  const values: Record<string, unknown> = {};
  for (const option of options) {
    const variable = env[variableOf(option.name)];
    const where = typed.has(option.name) ? `--${option.name}` : variableOf(option.name);
    const text = typed.has(option.name) ? (typed.get(option.name) ?? "1") : variable === "" ? undefined : variable;
    const value = readValue(option, text, where);
    if (!value.ok) return value;
    values[option.name] = value.value;
  }
  return { ok: true, values: values as Values<T>, words, help };
};

const unknown = (typed: string, options: Options): { readonly ok: false; readonly error: UsageError } => {
  const near = nearest(
    typed.replace(/^-+/, ""),
    options.map(({ name }) => name),
  );
  return near === null
    ? refused(`没有 ${typed} 这个选项。--help 列出全部选项。`, `There is no option ${typed}. --help lists them all.`)
    : refused(`没有 ${typed} 这个选项,是否想用 --${near}?`, `There is no option ${typed}. Did you mean --${near}?`);
};

type Value = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: UsageError };

const readValue = (option: Option, text: string | undefined, where: string): Value => {
  switch (option.kind) {
    case "flag":
      return text === undefined || text === "1" || text === "true"
        ? { ok: true, value: text !== undefined }
        : text === "0" || text === "false"
          ? { ok: true, value: false }
          : refused(`${where} 只能是 1 或 0,不能是 ${text}。`, `${where} is 1 or 0, not ${text}.`);
    case "integer": {
      if (text === undefined) return { ok: true, value: option.default };
      const value = /^-?[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= option.min && value <= option.max
        ? { ok: true, value }
        : refused(
            `${where} 要 ${option.min} 到 ${option.max} 的整数,不能是 ${text}。`,
            `${where} takes a whole number from ${option.min} to ${option.max}, not ${text}.`,
          );
    }
    case "text":
      if (text === undefined) return { ok: true, value: option.default };
      return option.oneOf === undefined || option.oneOf.includes(text)
        ? { ok: true, value: text }
        : refused(
            `${where} 只能是 ${option.oneOf.join("、")},不能是 ${text}。`,
            `${where} is one of ${option.oneOf.join(", ")}, not ${text}.`,
          );
  }
};
