import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCommand } from "./run-command.ts";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const vectors = path("../../specs/vectors/gb26875/*.json");
const adapter = (file: string, ...args: readonly string[]): readonly string[] => [
  "--",
  process.execPath,
  "--conditions=@dianan/source",
  path(file),
  ...args,
];

const run = async (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> => {
  const said = { out: [] as string[], err: [] as string[] };
  const code = await runCommand(args, { out: (line) => said.out.push(line), err: (line) => said.err.push(line) });
  return { code, out: said.out.join("\n"), err: said.err.join("\n") };
};

test("a codec that passes all: one line, exit code 0", async () => {
  const { code, out, err } = await run("--vectors", vectors, ...adapter("./adapters/typescript.ts"));
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^@dianan\/codec \S+ \(typescript\):共 (\d+) 项,通过 \1,不通过 0$/);
});

test("--verbose lists what passed as well", async () => {
  const { out } = await run("--verbose", "--lang", "en", "--vectors", vectors, ...adapter("./adapters/typescript.ts"));
  expect(out).toContain("pass  encode  confirm without data (§6.5)");
});

test("a codec that ignores the checksum: the failing vectors with their clauses, exit code 1", async () => {
  const { code, out } = await run("--vectors", vectors, ...adapter("../test/adapters/faulty.ts", "checksum-ignored"));
  expect(code).toBe(1);
  expect(out).toContain("不通过  解码  checksum one too large (§6.6 table 1): 接受了应当拒绝的报文 [accepted]");
  expect(out).toContain("(只测解码)");
});

test.each([
  ["no adapter", ["--vectors", vectors]],
  ["an unknown option", ["--colour", ...adapter("./adapters/typescript.ts")]],
  ["a timeout that is no number", ["--timeout", "soon", ...adapter("./adapters/typescript.ts")]],
  ["a language that is neither", ["--lang", "fr", ...adapter("./adapters/typescript.ts")]],
  ["no vector files", ["--vectors", "/nowhere/*.json", ...adapter("./adapters/typescript.ts")]],
  ["an adapter that does not start", ["--vectors", vectors, "--", "/no/such/adapter"]],
])("%s: exit code 2 and the reason on standard error", async (_, args) => {
  const { code, out, err } = await run(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).not.toBe("");
});

test("--help says how to use it in both languages, exit code 0", async () => {
  const { code, out } = await run("--help");
  expect(code).toBe(0);
  expect(out).toContain("用测试向量检验一个编解码器 / checks a codec against vectors");
});
