import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { built } from "../../site/paths.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

const fileOf = (path: string): string | undefined =>
  [path, `${path}.html`, join(path, "index.html")]
    .map((one) => join(built, one))
    .find((one) => existsSync(one) && statSync(one).isFile());

/** The built site as any server of files gives it. */
export const serveSite = async (): Promise<{ readonly origin: string; close(): Promise<void> }> => {
  if (!existsSync(join(built, "index.html")))
    throw new Error("the site is not built: pnpm --filter @dianan/docs run build (文档站尚未构建)");
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname));
    const file = fileOf(path);
    response.writeHead(file === undefined ? 404 : 200, {
      "content-type": types[file === undefined ? ".html" : extname(file)] ?? "application/octet-stream",
    });
    response.end(readFileSync(file ?? join(built, "404.html")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
