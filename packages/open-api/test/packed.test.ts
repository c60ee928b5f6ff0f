import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createContext, Script } from "node:vm";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { expected, openHub, type PackedClient, packedClient } from "./packed-client.ts";

const SLOW = 120_000;
const CHROMIUM = process.env.DIANAN_CHROMIUM ?? "/usr/bin/chromium";
const hasBrowser = existsSync(CHROMIUM) || process.env.DIANAN_REQUIRE_BROWSER === "1";
if (!hasBrowser)
  console.warn(
    `\n!!! THE API CLIENT IS NOT TESTED IN A BROWSER: there is no ${CHROMIUM}. 没有浏览器,接口客户端未在浏览器中测试\n`,
  );

let packed: PackedClient;
beforeAll(async () => {
  packed = await packedClient();
}, SLOW);
afterAll(() => packed?.remove());

const hubHere = async (files?: Parameters<typeof openHub>[0]): Promise<string> => {
  const { url, server } = await openHub(files);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return url;
};

test("EF-N.3: the packed client works in Node", { timeout: SLOW }, async () => {
  const url = await hubHere();
  writeFileSync(
    join(packed.folder, "node.mjs"),
    'import { use } from "./use.mjs"; console.log(JSON.stringify(await use(process.argv[2])));',
  );
  const { stdout } = await promisify(execFile)(process.execPath, ["node.mjs", url], { cwd: packed.folder });
  expect(JSON.parse(stdout)).toEqual(expected);
});

test("EF-N.3: it works where there is nothing but the Web's own interfaces, as at the edge", {
  timeout: SLOW,
}, async () => {
  const url = await hubHere();
  // No process, no Buffer, no require, no global from Node.
  const web = {
    ...{ fetch, Request, Response, Headers, URL, URLSearchParams, AbortController, AbortSignal, DOMException },
    ...{ TextEncoder, TextDecoder, ReadableStream, FormData, Blob, crypto, atob, btoa, setTimeout, clearTimeout },
  };
  const context = createContext(web, { codeGeneration: { strings: false, wasm: false } });
  new Script(readFileSync(packed.bundle, "utf8")).runInContext(context);
  const said = (await new Script(`use(${JSON.stringify(url)}).then(JSON.stringify)`).runInContext(context)) as string;
  expect(JSON.parse(said)).toEqual(expected);
});

test("its types resolve from the tarball, and a wrong use is an error", { timeout: SLOW }, () => {
  const tsc = join(import.meta.dirname, "../../../node_modules/typescript7/bin/tsc");
  const compile = (text: string): string => {
    writeFileSync(join(packed.folder, "use.mts"), text);
    try {
      const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", ""];
      execFileSync(process.execPath, [tsc, ...options, "--lib", "es2023,dom", "use.mts"], {
        cwd: packed.folder,
        stdio: "pipe",
        encoding: "utf8",
      });
      return "";
    } catch (error) {
      return String((error as { stdout?: string }).stdout);
    }
  };
  const use = `import { createClient } from "@dianan/open-api";
    import { operations } from "@dianan/open-api/tables";
    const client = createClient({ baseUrl: "http://127.0.0.1:8080", key: "da_example" });
    export const names = async () => {
      const found: string[] = [];
      for await (const unit of client.items("/api/v1/units", { query: { limit: 5 } })) found.push(unit.name);
      return found;
    };
    export const first: string = operations[0]!.id;`;
  expect(compile(use)).toBe("");
  expect(compile(`${use}\nexport const wrong = client.items("/api/v1/persons");`)).toContain("TS2345");
});

test("EF-N.3: the client holds nothing of Node, and its bundle for pages is small", () => {
  const client = readFileSync(join(packed.folder, "node_modules/@dianan/open-api/dist/index.js"), "utf8");
  expect(/\brequire\(|node:|\bprocess\b|\bBuffer\b/.exec(client)?.[0]).toBe(undefined);
  // Not minified: what a page loads is a third of it. A jump means that a table of the whole API came along.
  expect(readFileSync(packed.bundle).length).toBeLessThan(80_000);
});

const PAGE = '<!doctype html><title>open api</title><script src="/page.js"></script>';
test.skipIf(!hasBrowser)("EF-N.3: it works in a browser that forbids generated code", { timeout: SLOW }, async () => {
  const url = await hubHere((path) => {
    if (path === "/page.html") return { type: "text/html; charset=utf-8", body: PAGE };
    return path === "/page.js" ? { type: "text/javascript", body: readFileSync(packed.bundle) } : null;
  });
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--headless", "--disable-gpu", "--disable-background-networking", ...sandbox],
  });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${url}/page.html`);
    expect(await page.evaluate("use(location.origin)")).toEqual(expected);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});
