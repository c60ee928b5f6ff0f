import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PackedProject, packedProject } from "./packed-project.ts";

const SLOW = 120_000;
const CHROMIUM = process.env.DIANAN_CHROMIUM ?? "/usr/bin/chromium";
const hasBrowser = existsSync(CHROMIUM) || process.env.DIANAN_REQUIRE_BROWSER === "1";
if (!hasBrowser)
  console.warn(
    `\n!!! THE CODEC IS NOT TESTED IN A BROWSER: there is no ${CHROMIUM}. 没有浏览器,编解码未在浏览器中测试\n`,
  );

let project: PackedProject;
beforeAll(() => {
  project = packedProject();
}, SLOW);
afterAll(() => project.remove());

test("EF-N.2: `import` of the packed packages decodes and encodes every vector", { timeout: SLOW }, () => {
  const said = project.run(
    "import.mjs",
    `import { readFileSync } from "node:fs";
     import { protocols } from "@dianan/codec";
     import { check } from "./check.mjs";
     console.log(JSON.stringify(check(protocols, JSON.parse(readFileSync("vectors.json", "utf8")))));`,
  );
  expect(JSON.parse(said)).toEqual({ checked: project.vectorCount, wrong: [] });
});

test("EF-N.2: so does `require`", { timeout: SLOW }, () => {
  const said = project.run(
    "require.cjs",
    `const { readFileSync } = require("node:fs");
     const { protocols } = require("@dianan/codec");
     const { check } = require("./check.mjs");
     console.log(JSON.stringify(check(protocols, JSON.parse(readFileSync("vectors.json", "utf8")))));`,
  );
  expect(JSON.parse(said)).toEqual({ checked: project.vectorCount, wrong: [] });
});

test("EF-N.2: its types resolve, and a wrong use is an error", { timeout: SLOW }, () => {
  const tsc = join(import.meta.dirname, "../../../node_modules/typescript7/bin/tsc");
  const compile = (text: string): string => {
    writeFileSync(join(project.folder, "use.mts"), text);
    try {
      execFileSync(
        process.execPath,
        [tsc, "--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "", "use.mts"],
        { cwd: project.folder, stdio: "pipe", encoding: "utf8" },
      );
      return "";
    } catch (error) {
      return String((error as { stdout?: string }).stdout);
    }
  };
  const use = `import { gb26875, type Frame } from "@dianan/codec";
    const result = gb26875.decodeFrame(new Uint8Array(30));
    export const serial: number = result.ok ? result.value.serial : result.error.offset;
    export const again = (frame: Frame): Uint8Array => gb26875.encodeFrame(frame);`;
  expect(compile(use)).toBe("");
  expect(compile(`${use}\nexport const wrong: string = serial;`)).toContain("TS2322");
});

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".html": "text/html; charset=utf-8",
};
const PAGE = `<!doctype html><title>vectors</title>
<script type="importmap" nonce="n">{"imports":{${["layout", "model", "codec"]
  .map((name) => `"@dianan/${name}":"/node_modules/@dianan/${name}/dist/index.js"`)
  .join(",")}}}</script>
<script type="module" src="/page.mjs"></script>`;

test.skipIf(!hasBrowser)(
  "EF-N.2: the built files decode every vector in a browser that forbids generated code",
  { timeout: SLOW },
  async () => {
    writeFileSync(join(project.folder, "page.html"), PAGE);
    writeFileSync(
      join(project.folder, "page.mjs"),
      `import { protocols } from "@dianan/codec";
       import { check } from "./check.mjs";
       globalThis.said = check(protocols, await (await fetch("/vectors.json")).json());`,
    );
    const server = createServer((request, response) => {
      const path = normalize(join(project.folder, new URL(request.url ?? "/", "http://x").pathname));
      if (!path.startsWith(project.folder + sep) || !existsSync(path)) return void response.writeHead(404).end();
      response
        .setHeader("content-security-policy", "default-src 'none'; script-src 'self' 'nonce-n'; connect-src 'self'")
        .setHeader("content-type", types[extname(path)] ?? "application/octet-stream")
        .end(readFileSync(path));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--headless", "--disable-gpu", "--disable-background-networking", ...sandbox],
    });
    try {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`);
      await page.waitForFunction("globalThis.said !== undefined", undefined, { timeout: 20_000 });
      expect(errors).toEqual([]);
      expect(await page.evaluate("globalThis.said")).toEqual({ checked: project.vectorCount, wrong: [] });
    } finally {
      await browser.close();
      server.close();
    }
  },
);
