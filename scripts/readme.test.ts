// What the README tells people to paste is run as it stands.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./workspace.ts";

const SOURCE = "--conditions=@dianan/source";
const readmes = ["README.md", "README.zh-CN.md"].map((name) => ({
  name,
  text: readFileSync(join(root, name), "utf8"),
}));
// A folder of the workspace from which the codec's published name resolves.
const scratch = join(root, "conformance", ".cache");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map((match) => match[1] ?? "");

const node = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [SOURCE, ...args], { cwd: root, encoding: "utf8" });

test("the decode commands of both READMEs print the frame they promise", { timeout: 30_000 }, () => {
  const commands = readmes.flatMap(({ text }) => blocks(text, "sh").flatMap((block) => block.split("\n")));
  const decodes = commands.filter((line) => line.startsWith("npm run -s dianan -- decode"));
  expect(decodes).toHaveLength(4);
  for (const line of decodes) {
    const output = node("packages/cli/src/main.ts", ...line.split(" ").slice(5));
    if (line.includes("--tree")) expect(output).toContain("部件类型");
    else expect(JSON.parse(output)).toMatchObject({ ok: true, frame: { message: { kind: "componentStatus" } } });
  }
});

test("the codec example of both READMEs runs and prints what its comment says", { timeout: 30_000 }, () => {
  const examples = readmes.flatMap(({ text }) => blocks(text, "ts"));
  expect(examples).toHaveLength(readmes.length);
  const file = join(scratch, "readme.ts");
  mkdirSync(scratch, { recursive: true });
  for (const example of examples) {
    writeFileSync(file, example);
    expect(node(file).trim()).toBe("1 empty");
  }
});

test("every relative link of the READMEs leads somewhere", () => {
  for (const { name, text } of readmes)
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(() => readFileSync(join(root, target ?? "")), `${name}: ${target}`).not.toThrow(/ENOENT/);
});
