import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CONSOLE_CSP, fileResponse, loadFolder, type StaticFile } from "./static-files.ts";

const folder = mkdtempSync(join(tmpdir(), "dianan-static-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

mkdirSync(join(folder, "site/assets"), { recursive: true });
writeFileSync(join(folder, "secret.txt"), "canary");
writeFileSync(join(folder, "site/index.html"), "<!doctype html>");
writeFileSync(join(folder, "site/assets/main-Bx1a2b3C.js"), "1");
writeFileSync(join(folder, "site/assets/plain.js"), "1");
writeFileSync(join(folder, "site/assets/main-Bx1a2b3C.js.map"), "canary");
writeFileSync(join(folder, "site/.env"), "canary");
symlinkSync(join(folder, "secret.txt"), join(folder, "site/assets/link.txt"));
const files = loadFolder(join(folder, "site"));

const answer = (path: string, headers: Record<string, string> = {}): Response =>
  fileResponse(files.get(path) as StaticFile, new Request(`http://hub${path}`, { headers }));

test("SEC-API-01: only the plain files of the folder are served; links, hidden files and source maps are not", () => {
  expect([...files.keys()].sort()).toEqual(["/", "/assets/main-Bx1a2b3C.js", "/assets/plain.js"]);
});

test("SEC-API-10: the index page carries the strict policy and is asked for again", () => {
  const response = answer("/");
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("content-security-policy")).toBe(CONSOLE_CSP);
  expect(CONSOLE_CSP).not.toContain("unsafe");
  // The page can be installed: its manifest and its worker come from here, and from nowhere else.
  const directives = CONSOLE_CSP.split("; ");
  for (const one of ["default-src 'none'", "manifest-src 'self'", "worker-src 'self'"])
    expect(directives).toContain(one);
  expect(response.headers.get("cache-control")).toBe("no-cache");
});

test("only a file whose name holds a hash is kept for ever", () => {
  expect(answer("/assets/main-Bx1a2b3C.js").headers.get("cache-control")).toContain("immutable");
  expect(answer("/assets/plain.js").headers.get("cache-control")).toBe("no-cache");
});

test("an unchanged file is answered 304 without a body", async () => {
  const tag = answer("/").headers.get("etag") ?? "";
  const again = answer("/", { "if-none-match": tag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect(answer("/", { "if-none-match": '"other"' }).status).toBe(200);
});
