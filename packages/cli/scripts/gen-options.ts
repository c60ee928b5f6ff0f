// Writes docs/options.md from the tables that the command itself reads.
import { writeFileSync } from "node:fs";
import { commands } from "../src/commands.ts";
import { optionsTable } from "../src/options/help-text.ts";

const target = new URL("../../../docs/options.md", import.meta.url);
const sections = commands.map(({ name, operands, zh, en, options }) =>
  [`## dianan ${name} ${operands}`.trimEnd(), "", `${zh} ${en}`, "", optionsTable(options)].join("\n"),
);
writeFileSync(
  target,
  [
    "<!-- Generated from packages/cli/src by scripts/gen-options.ts, do not edit. -->",
    "# Options of the dianan command 命令选项",
    "",
    "`npm start` is `dianan hub`, `npm run demo` is `dianan demo`; what follows `--` is theirs: `npm start -- --http-port 8081`.",
    "An option on the command line comes before its environment variable, which comes before the default.",
    "",
    ...sections,
  ].join("\n"),
);
