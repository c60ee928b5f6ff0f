import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Route } from "./http-deps.ts";
import { CONSOLE_CSP, fileResponse, pageFile, type StaticFile } from "./static-files.ts";

/** The page's reader writes its styles into the page; everything else comes from here, and nothing from other hosts. */
const DOCS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Beside the built module, or in the dependency when the sources run. */
const readerPlaces = ["./assets/scalar.js", "../../node_modules/@scalar/api-reference/dist/browser/standalone.js"];

const readerScript = (): Uint8Array | null => {
  for (const place of readerPlaces) {
    const path = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(path)) return readFileSync(path);
  }
  return null;
};

const page = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>电安 DianAn API</title></head><body>${body}</body></html>`;

const PLAIN = page('<h1>电安 DianAn</h1><p>接口文档 API document: <a href="/openapi.json">/openapi.json</a></p>');

const READER = {
  url: "/openapi.json",
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: "never",
  agent: { disabled: true },
  mcp: { disabled: true },
};
/** What is tried on the page goes to the hub that shows it, whatever its address: the page may call nothing else. */
const START = `Scalar.createApiReference("#app", { ...${JSON.stringify(READER)}, servers: [{ url: location.origin }] });\n`;

const script = (bytes: Uint8Array): StaticFile => ({
  bytes,
  type: "text/javascript; charset=utf-8",
  csp: DOCS_CSP,
  isHashed: false,
});

/** The page at `/` of a hub without a console: where the API document is. */
export const plainIndex: StaticFile = pageFile(
  page(
    '<h1>电安 DianAn</h1><p>平台正在运行。 The hub is running.</p><p>接口文档 API document: <a href="/docs">/docs</a> · <a href="/openapi.json">/openapi.json</a></p>',
  ),
  CONSOLE_CSP,
);

/** The bundled OpenAPI document, as text. */
export const openApiText = (): string =>
  readFileSync(createRequire(import.meta.url).resolve("@dianan/open-api/openapi.json"), "utf8");

/** The document and its page (接口文档), and the files that the page loads. */
export const docsRoutes = (): {
  readonly routes: readonly Route[];
  readonly files: ReadonlyMap<string, StaticFile>;
} => {
  const document = new TextEncoder().encode(openApiText());
  const reader = readerScript();
  const docs = pageFile(
    reader === null
      ? PLAIN
      : page('<div id="app"></div><script src="/docs/scalar.js"></script><script src="/docs/start.js"></script>'),
    DOCS_CSP,
  );
  const files = new Map<string, StaticFile>();
  if (reader !== null) {
    files.set("/docs/scalar.js", script(reader));
    files.set("/docs/start.js", script(new TextEncoder().encode(START)));
  }
  const json: StaticFile = {
    bytes: document,
    type: "application/json; charset=utf-8",
    csp: "default-src 'none'",
    isHashed: false,
  };
  return {
    files,
    routes: [
      { method: "GET", path: "/openapi.json", open: true, handle: ({ request }) => fileResponse(json, request) },
      { method: "GET", path: "/docs", open: true, handle: ({ request }) => fileResponse(docs, request) },
    ],
  };
};
