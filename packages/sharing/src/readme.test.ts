import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const examples = [...readFileSync(`${folder}README.md`, "utf8").matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(
  ([, text = ""]) => text,
);

test.each(examples.map((text) => [text.split("\n")[0], text]))(
  "the README's example prints what its comments say: %s",
  { timeout: 30_000 },
  (_, example) => {
    const promised = [...(example ?? "").matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]);
    expect(promised.length).toBeGreaterThan(0);
    const node = ["--conditions=@dianan/source", "--input-type=module-typescript", "--eval", example ?? ""];
    const printed = execFileSync(process.execPath, node, { cwd: folder, encoding: "utf8" });
    expect(printed.trimEnd().split("\n")).toEqual(promised);
  },
);
