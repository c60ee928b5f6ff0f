import { runCommand } from "@dianan/conformance";
import type { ExitCode, Terminal } from "../terminal.ts";

/** `dianan conform`: the conformance kit as it is, with its own options and exit codes. */
export const conformCommand = (words: readonly string[], { out, err, env }: Terminal): Promise<ExitCode> =>
  runCommand(words, { out: (line) => out(`${line}\n`), err: (line) => err(`${line}\n`), env });
