// Compares the document with the last release in specs/openapi/released and fails on what would break its clients, unless the
// version says so. `--release` writes the document there as a release; `--released <folder>` looks elsewhere.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { breakingChanges, mayBreak } from "./breaking-changes.ts";
import type { JsonObject } from "./json.ts";
import { slimDocument } from "./slim-document.ts";

const { values: options } = parseArgs({
  options: { release: { type: "boolean", default: false }, released: { type: "string" } },
});
const folder = options.released ?? fileURLToPath(new URL("../../../specs/openapi/released/", import.meta.url));
const read = (path: string | URL): JsonObject => JSON.parse(readFileSync(path, "utf8")) as JsonObject;
const now = read(new URL("../spec/openapi.json", import.meta.url));
const version = (now.info as { readonly version: string }).version;

const versionShape = /^([0-9]+)\.([0-9]+)\.([0-9]+)\.json$/;
const orderOf = (name: string): number =>
  (versionShape.exec(name) ?? []).slice(1).reduce((sum, part) => sum * 100_000 + Number(part), 0);
const releases = existsSync(folder) ? readdirSync(folder).filter((name) => versionShape.test(name)) : [];
const last = releases.sort((a, b) => orderOf(a) - orderOf(b)).at(-1);

if (options.release) {
  const path = join(folder, `${version}.json`);
  if (existsSync(path))
    throw new Error(`${version} is released already; raise info.version in specs/openapi/openapi.yaml`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify(slimDocument(now))}\n`);
  console.log(`open API ${version} is released: ${path}`);
} else if (last === undefined) {
  console.log("open API: nothing is released yet, so nothing can break 尚未发布,无兼容性可破坏");
} else {
  const before = last.replace(/\.json$/, "");
  const changes = breakingChanges(read(join(folder, last)), now);
  for (const { at, code, text } of changes) console.log(`${code}: ${at}: ${text}`);
  if (changes.length > 0 && !mayBreak(before, version)) {
    console.error(
      `open API: ${changes.length} changes break clients of ${before}, but ${version} does not say so 有破坏兼容的改动而版本号未体现`,
    );
    process.exit(1);
  }
  console.log(`open API ${version} against ${before}: ${changes.length} breaking changes`);
}
