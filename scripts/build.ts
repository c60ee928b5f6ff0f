// Builds what changed: a package is built again when its own sources, its manifest or a package below it changed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Package, packagesInOrder, root, workspaceDependencies } from "./workspace.ts";

const AT_ONCE = 2;

const inputsOf = (folder: string): readonly string[] =>
  ["src/**/*", "public/**/*", "scripts/**/*", "spec/**/*", "*.ts", "*.json", "*.html"]
    .flatMap((pattern) => globSync(pattern, { cwd: join(root, folder), withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.(test|bench|contract)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const digestOf = (one: Package, below: ReadonlyMap<string, string>): string => {
  const digest = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "tsconfig.base.json"]) digest.update(readFileSync(join(root, file)));
  for (const file of inputsOf(one.folder)) digest.update(file.slice(root.length)).update(readFileSync(file));
  for (const name of workspaceDependencies(one)) digest.update(`${name}:${below.get(name) ?? ""}`);
  return digest.digest("hex");
};

const stampOf = (one: Package): string => join(root, one.folder, "node_modules", ".dianan-built");

const isFresh = (one: Package, digest: string): boolean =>
  existsSync(join(root, one.folder, "dist")) &&
  existsSync(stampOf(one)) &&
  readFileSync(stampOf(one), "utf8") === digest;

const build = (one: Package): Promise<void> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn("pnpm", ["run", "build"], {
      cwd: join(root, one.folder),
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code !== 0) return reject(new Error(`${one.manifest.name} does not build:\n${output}`));
      console.log(`  ${one.manifest.name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
      resolve();
    });
  });

const digests = new Map<string, string>();
const done = new Map<string, Promise<void>>();
let running = 0;
const waiting: (() => void)[] = [];
const slot = async (): Promise<void> => {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
};

for (const one of packagesInOrder()) {
  const digest = digestOf(one, digests);
  digests.set(one.manifest.name, digest);
  if (!one.manifest.scripts?.build) continue;
  const below = workspaceDependencies(one).map((name) => done.get(name));
  done.set(
    one.manifest.name,
    (async () => {
      await Promise.all(below);
      if (isFresh(one, digest)) return;
      await slot();
      try {
        await build(one);
      } finally {
        running -= 1;
        waiting.shift()?.();
      }
      mkdirSync(join(root, one.folder, "node_modules"), { recursive: true });
      writeFileSync(stampOf(one), digest);
    })(),
  );
}

try {
  await Promise.all(done.values());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
