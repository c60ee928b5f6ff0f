import type { Option, Options } from "./option.ts";
import { variableOf } from "./option.ts";

const placeholder = (option: Option): string => {
  switch (option.kind) {
    case "flag":
      return "";
    case "integer":
      return " <n>";
    case "text":
      return option.oneOf === undefined ? " <text>" : ` <${option.oneOf.join("|")}>`;
  }
};

const defaultOf = (option: Option): string | null =>
  option.kind === "flag" || option.default === null ? null : String(option.default);

/** Help of one command, Chinese and English. */
export const helpText = (
  usage: string,
  about: { readonly zh: string; readonly en: string },
  options: Options,
): string =>
  [
    about.zh,
    about.en,
    "",
    `用法 Usage: ${usage}`,
    ...(options.length === 0 ? [] : ["", "选项 Options(也可用环境变量 each also as an environment variable):", ""]),
    ...options.flatMap((option) => {
      const standard = defaultOf(option);
      return [
        `  --${option.name}${placeholder(option)}`,
        `      ${option.zh} ${option.en}`,
        `      ${variableOf(option.name)}${standard === null ? "" : `   默认 default: ${standard}`}`,
      ];
    }),
    "",
  ].join("\n");

/** The same as a Markdown table, for docs/options.md. */
export const optionsTable = (options: Options): string =>
  [
    "| option | environment | default | what |",
    "|---|---|---|---|",
    ...options.map(
      (option) =>
        `| \`--${option.name}${placeholder(option).replaceAll("|", "\\|")}\` | \`${variableOf(option.name)}\` | ${defaultOf(option) ?? ""} | ${option.zh} ${option.en} |`,
    ),
    "",
  ].join("\n");
