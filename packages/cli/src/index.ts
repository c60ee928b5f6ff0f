export { type Command, commands } from "./commands.ts";
export { runCli } from "./run-cli.ts";
export type { ExitCode, Terminal } from "./terminal.ts";
