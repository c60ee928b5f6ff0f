import { createHash } from "node:crypto";
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPage } from "./build-page.ts";

let folder: string;
beforeAll(async () => {
  folder = await buildPage();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = (from: string): readonly string[] =>
  globSync("**/*", { cwd: from, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(from.length))
    .sort();
const zipped = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);

test("the first load is at most 80 KB of script and 10 KB of style, gzipped; a lazy part at most 40 KB", () => {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const first = files(folder).filter((name) => html.includes(name.slice(1)));
  const scripts = first.filter((name) => name.endsWith(".js"));
  const styles = first.filter((name) => name.endsWith(".css"));
  const lazy = files(folder).filter((name) => name.endsWith(".js") && !scripts.includes(name));
  // What lazy parts share with the first load is a file of its own, asked for at once: a browser opens six connections to a host.
  expect([scripts.length <= 6, styles.length]).toEqual([true, 1]);
  expect(zipped(scripts)).toBeLessThanOrEqual(80 * 1024);
  expect(zipped(styles)).toBeLessThanOrEqual(10 * 1024);
  // Decoders of every protocol, and what checks profiles, come when a vendor decodes something on the bench.
  const most = (name: string): number =>
    name.includes("bench-codec") ? 100 : name.includes("bench-profile-") ? 60 : 40;
  for (const name of lazy) expect(zipped([name]), name).toBeLessThanOrEqual(most(name) * 1024);
  const others = lazy.filter((name) => most(name) === 40);
  expect(zipped([...others, ...scripts]), "all but the bench's decoders").toBeLessThanOrEqual(350 * 1024);
});

test("SEC-USR-08: the page has no inline script or style and names no other host", () => {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
  for (const [, attributes, body] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    expect(attributes).toContain("src=");
    expect(body).toBe("");
  }
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  const code = files(folder).filter((name) => /\.(js|css)$/.test(name));
  for (const name of code) {
    const source = readFileSync(join(folder, name), "utf8");
    expect(source, name).not.toMatch(/\beval\(|new Function\(|@import|sourceMappingURL/);
    const hosts = [...source.matchAll(/https?:\/\/[^\s"'`\\)]+/g)].map(([url]) => url);
    // Names of markup languages, of schemas and of a message's help page are no requests.
    expect(
      hosts.filter((url) => !/^https?:\/\/(www\.w3\.org|vuejs\.org|json-schema\.org|github\.com\/dianan)\//.test(url)),
      name,
    ).toEqual([]);
  }
});

test("every file but the index, the marks and what installs the page is named by its content, so it may be kept for ever", () => {
  for (const name of files(folder))
    expect(name).toMatch(
      /^\/(index\.html|mark\.svg|mark-(192|512)\.png|manifest\.webmanifest|sw\.js|assets\/[\w.-]+-[\w-]{8}\.(js|css))$/,
    );
});

test("a build is the same each time", { timeout: 60_000 }, async () => {
  const again = await buildPage();
  const digest = (from: string) =>
    files(from).map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(from, name)))
        .digest("hex"),
    ]);
  expect(digest(again)).toEqual(digest(folder));
  rmSync(again, { recursive: true, force: true });
});
