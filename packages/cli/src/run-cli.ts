import { type Command, commands } from "./commands.ts";
import { helpText } from "./options/help-text.ts";
import { nearest } from "./options/nearest.ts";
import { parseOptions } from "./options/parse-options.ts";
import { both, type ExitCode, type Terminal } from "./terminal.ts";
import { version } from "./version.ts";

const overview = (): string =>
  [
    "电安 DianAn:智慧用电安全的开放协议工具 tools of the open protocol for smart electricity safety",
    "",
    "用法 Usage: dianan <command> [options]",
    "",
    ...commands.flatMap(({ name, zh, en }) => [`  ${name.padEnd(10)} ${zh}`, `  ${"".padEnd(10)} ${en}`]),
    "",
    "dianan <command> --help 列出一个命令的选项 lists the options of a command",
    "",
  ].join("\n");

const helpOf = ({ name, operands, zh, en, options }: Command): string =>
  helpText(`dianan ${name} [options] ${operands}`.trimEnd(), { zh, en }, options);

/** Runs one command line. Exit codes: 0 done, 1 input refused or the world failed, 2 the command line is wrong. */
export const runCli = async (argv: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const [name, ...rest] = argv;
  if (name === "--version" || name === "version") {
    terminal.out(`${version}\n`);
    return 0;
  }
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const asked = commands.find((command) => command.name === rest[0]);
    terminal.out(asked === undefined ? overview() : helpOf(asked));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const near = nearest(
      name,
      commands.map((one) => one.name),
    );
    terminal.err(
      near === null
        ? both(
            `没有 ${name} 这个命令。dianan help 列出全部命令。`,
            `There is no command ${name}. dianan help lists them all.`,
          )
        : both(`没有 ${name} 这个命令,是否想用 ${near}?`, `There is no command ${name}. Did you mean ${near}?`),
    );
    return 2;
  }
  if (command.readsWords === true) return command.run({} as never, rest, terminal);
  const parsed = parseOptions(command.options, rest, terminal.env);
  if (!parsed.ok) {
    terminal.err(both(parsed.error.zh, parsed.error.en));
    return 2;
  }
  if (parsed.help) {
    terminal.out(helpOf(command));
    return 0;
  }
  if (parsed.words.length > 0 && command.operands === "") {
    terminal.err(both(`不认识 ${parsed.words[0]}。`, `${parsed.words[0]} means nothing here.`));
    return 2;
  }
  return command.run(parsed.values as never, parsed.words, terminal);
};
