import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${folder}README.md`, "utf8");

test("the README's example starts a hub, prints its first key and code, and closes it", {
  timeout: 60_000,
}, async () => {
  const [, example = ""] = /^```ts\n([\s\S]*?)^```/m.exec(readme) ?? [];
  // Inside of the package: only there its own name leads to it.
  const dataDir = mkdtempSync(join(folder, "test/.readme-"));
  try {
    // Only where it listens and keeps its data differs from what stands there: tests share a machine.
    const here = example
      .replace('"data"', JSON.stringify(dataDir))
      .replace("httpPort: 8080", "httpPort: 0")
      .replace("gb26875Port: 9000", "gb26875Port: 0");
    const program = join(dataDir, "example.mts");
    writeFileSync(program, here);
    const { stdout } = await promisify(execFile)(process.execPath, ["--conditions=@dianan/source", program]);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+ da_\S+ \S+-\S+$/m);
    expect(existsSync(join(dataDir, "hub.db"))).toBe(true);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test("every folder of the sources stands in the README, and its links lead somewhere", () => {
  const named = new Set([...readme.matchAll(/`src\/([a-z]+)`/g)].map(([, name]) => name));
  const folders = readdirSync(join(folder, "src"), { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  for (const [, name] of readme.matchAll(/`(src\/[a-z]+)`/g))
    expect(existsSync(join(folder, name ?? "")), name).toBe(true);
  for (const [, link] of readme.matchAll(/\]\((\.\.[^)]+)\)/g))
    expect(existsSync(join(folder, link ?? "")), link).toBe(true);
});
