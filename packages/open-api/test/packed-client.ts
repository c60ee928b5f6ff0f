// An empty project in which the packed package is installed and bundled for places without Node.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "esbuild";

const home = join(import.meta.dirname, "..");
const isWindows = process.platform === "win32";

/** What a user's page does with the client: it says what came of it, and must say the same everywhere. */
const USE = `
import { createClient, isHubEvent, parseCloudEvent, signWebhook, verifyRequest, verifyWebhook } from "@dianan/open-api";

export const use = async (baseUrl) => {
  const said = {};
  const client = createClient({ baseUrl, credentials: { kind: "client", id: "client-01", secret: "dc_example" }, retry: { firstDelayMs: 1 } });
  said.units = [];
  for await (const unit of client.items("/api/v1/units")) said.units.push(unit.name);
  said.created = (await client.POST("/api/v1/units", { body: { items: [{ id: "unit-1" }] } })).data.results[0].status;
  said.refused = (await client.GET("/api/v1/units/{id}", { params: { path: { id: "nobody" } } })).error.code;
  said.changes = [];
  for await (const change of client.follow({ after: "c0" })) {
    said.changes.push(change.id + " " + change.cursor);
    if (said.changes.length === 2) break;
  }
  const signer = createClient({ baseUrl, credentials: { kind: "signature", keyId: "client-02", secret: "a secret for signing" } });
  said.signed = (await signer.POST("/api/v1/readings", { body: { items: [] } })).response.status;
  const secret = "whsec_" + btoa("an example of at least 24 bytes");
  const body = JSON.stringify({ specversion: "1.0", id: "event-1", source: "/hubs/JJLY01", type: "com.dianan.alarm.raised", data: { id: "alarm-1" } });
  const headers = { "content-type": "application/cloudevents+json", ...(await signWebhook({ id: "event-1", timestamp: Date.now(), body, secret })) };
  said.webhook = (await verifyWebhook({ headers, body, secrets: [secret], now: Date.now() })).ok;
  said.forged = (await verifyWebhook({ headers, body: body + " ", secrets: [secret], now: Date.now() })).error.code;
  const event = parseCloudEvent({ headers, body });
  said.event = event.ok && isHubEvent(event.value, "com.dianan.alarm.raised") && event.value.data.id;
  said.unsigned = (await verifyRequest({ method: "GET", url: baseUrl, body: null, headers: {} }, () => [], Date.now())).error.code;
  return said;
};
`;

export const expected = {
  units: ["单位 1", "单位 2"],
  created: "created",
  refused: "not-found",
  changes: ["unit-1 c1", "unit-2 c3"],
  signed: 200,
  webhook: true,
  forged: "wrong-signature",
  event: "alarm-1",
  unsigned: "missing-header",
};

export type PackedClient = {
  readonly folder: string;
  /** One file without imports, as a page or an edge runtime loads it; it sets `globalThis.use`. */ readonly bundle: string;
  remove(): void;
};

/** Packs the package (it must be built), installs it without a network, and bundles its use for browsers. */
export const packedClient = async (): Promise<PackedClient> => {
  const base = mkdtempSync(join(tmpdir(), "dianan-open-api-"));
  const tarballs = join(base, "tarballs");
  const folder = join(base, "project");
  for (const path of [tarballs, folder]) mkdirSync(path);
  // What it depends on comes from here, packed as it is: the test needs no registry.
  const dependency = (name: string): string => realpathSync(join(home, "node_modules", name));
  const fetchClient = dependency("openapi-fetch");
  const helpers = realpathSync(join(fetchClient, "..", "openapi-typescript-helpers"));
  const quiet = { stdio: "pipe", shell: isWindows } as const;
  execFileSync("pnpm", ["pack", "--pack-destination", tarballs], { ...quiet, cwd: home });
  for (const one of [fetchClient, helpers, dependency("eventsource-parser")]) {
    // A copy: files that share their content are hard links in the store, which npm leaves out when it unpacks.
    const copy = join(base, basename(one));
    cpSync(one, copy, { recursive: true, filter: (path) => !path.includes(join(one, "node_modules")) });
    execFileSync("npm", ["pack", copy, "--ignore-scripts", "--pack-destination", tarballs], { ...quiet, cwd: folder });
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "platform", version: "1.0.0", private: true }));
  const files = readdirSync(tarballs).map((name) => join(tarballs, name));
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", ...files], {
    ...quiet,
    cwd: folder,
  });
  writeFileSync(join(folder, "use.mjs"), USE);
  writeFileSync(join(folder, "page.mjs"), 'import { use } from "./use.mjs";\nglobalThis.use = use;\n');
  const bundle = join(folder, "page.js");
  await build({
    entryPoints: [join(folder, "page.mjs")],
    outfile: bundle,
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    logLevel: "error",
  });
  return {
    folder,
    bundle,
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
};

/** Something that answers as a hub does: pages, tokens, refusals, a stream that breaks. `files` are served beside it. */
export const openHub = async (
  files: (path: string) => { readonly type: string; readonly body: string | Buffer } | null = () => null,
): Promise<{ readonly url: string; readonly server: Server }> => {
  let busy = 1;
  const change = (id: string, at: string): string =>
    `event: change\nid: ${at}\ndata: ${JSON.stringify({ kind: "unit", id, version: 1, record: { id } })}\n\n`;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://hub");
    const send = (status: number, body: unknown): void =>
      void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const file = files(pathname);
    if (file !== null)
      return void response
        .setHeader("content-security-policy", "default-src 'none'; script-src 'self'; connect-src 'self'")
        .setHeader("content-type", file.type)
        .end(file.body);
    if (pathname === "/oauth2/token")
      return request.headers.authorization === `Basic ${btoa("client-01:dc_example")}`
        ? send(200, { access_token: "da_at_1", token_type: "Bearer", expires_in: 1800, scope: "records:read" })
        : send(401, { code: "bad-credentials" });
    if (request.headers["signature-input"] !== undefined)
      return send(request.headers["content-digest"] === undefined ? 401 : 200, { results: [] });
    if (request.headers.authorization !== "Bearer da_at_1") return send(401, { code: "unauthorized" });
    if (pathname === "/api/v1/events") {
      const isFirst = request.headers["last-event-id"] === "c0";
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(isFirst ? `${change("unit-1", "c1")}event: beat\nid: c2\ndata: {"now":"x"}\n\n` : "");
      if (isFirst) return void setTimeout(() => response.destroy(), 50);
      return void response.write(request.headers["last-event-id"] === "c2" ? change("unit-2", "c3") : "");
    }
    if (pathname === "/api/v1/units/nobody") return send(404, { code: "not-found" });
    if (request.method === "POST")
      return send(busy-- > 0 ? 503 : 200, { results: [{ id: "unit-1", status: "created" }] });
    const isLast = searchParams.has("cursor");
    send(200, { items: [{ name: isLast ? "单位 2" : "单位 1" }], next: isLast ? null : "1", feedCursor: "c0" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
};
