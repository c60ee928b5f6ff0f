import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** A file that is served as it is. */
export type StaticFile = {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly csp: string;
  /** Its name holds a hash of its content: it never changes. */ readonly isHashed: boolean;
};

/** Policy of the console's pages: nothing from elsewhere, no inline code, no DOM sink without Trusted Types. */
export const CONSOLE_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'";

const types: { readonly [extension: string]: string } = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  ico: "image/x-icon",
  woff2: "font/woff2",
  txt: "text/plain; charset=utf-8",
};

const hashedName = /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/**
 * Reads the files of a folder once. What is served is then a look-up in a list: no path of a request ever reaches the file
 * system, so none can leave the folder. Links, hidden files and source maps are left out.
 *
 * @returns files by URL path; the index page is `/`
 */
export const loadFolder = (folder: string): ReadonlyMap<string, StaticFile> => {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    if (!entry.isFile() || name.split("/").some((part) => part.startsWith(".")) || name.endsWith(".map")) continue;
    files.set(name === "index.html" ? "/" : `/${name}`, {
      bytes: readFileSync(path),
      type: types[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream",
      csp: CONSOLE_CSP,
      isHashed: name.startsWith("assets/") && hashedName.test(name),
    });
  }
  return files;
};

/** A page made here. */
export const pageFile = (html: string, csp: string): StaticFile => ({
  bytes: new TextEncoder().encode(html),
  type: "text/html; charset=utf-8",
  csp,
  isHashed: false,
});

/** The answer for a file: hashed ones are kept for a year, others are asked for again and answered 304 when unchanged. */
export const fileResponse = (file: StaticFile, request: Request): Response => {
  const tag = `"${createHash("sha256").update(file.bytes).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "Content-Type": file.type,
    "Content-Security-Policy": file.csp,
    "Cache-Control": file.isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: tag,
  };
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(file.bytes), { headers });
};
