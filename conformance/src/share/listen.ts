import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { kindOfPlural } from "@dianan/sharing";
import type { Delivery, Push, SharedRecord } from "./delivery.ts";

export type ListenOptions = {
  readonly host: string;
  /** 0: any free one. */ readonly port: number;
  /** It ends when nothing came for so long, after something did. Milliseconds. */ readonly quietMs: number;
  /** And after so long at the latest. Milliseconds. */ readonly longestMs: number;
  readonly secret: string | null;
  readonly bearer: string | null;
  readonly onReady?: (url: string) => void;
};

/** Where a redirect leads that nobody may follow. */
const TRAP = "/redirected";
const BODY_MAX = 16 * 1024 * 1024;
const CHECK_MS = 50;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX) throw new RangeError("the body is over 16 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
};

const recordsOf = (body: string): readonly SharedRecord[] => {
  try {
    const { items } = JSON.parse(body) as { readonly items?: unknown };
    return Array.isArray(items) ? (items as readonly SharedRecord[]) : [];
  } catch {
    return [];
  }
};

/**
 * Plays the city (市级平台) for a sender, once: the first push is answered with a redirect, the first of each other kind with 503, and what
 * comes after that is taken. So a sender shows that it tries again and goes nowhere else.
 */
export const listenAsCity = async (options: ListenOptions): Promise<Delivery> => {
  const pushes: Push[] = [];
  const strays: string[] = [];
  const troubled = new Set<string>();
  let lastAt: number | null = null;
  const answer = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) =>
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://city").pathname;
    const body = await bodyOf(request);
    lastAt = Date.now();
    if (path.startsWith(TRAP)) {
      strays.push(`${request.method} ${path}`);
      return void answer(response, 404, { code: "not-found" });
    }
    const kind = kindOfPlural(path.split("/").at(-1) ?? "");
    if (kind === null || request.method !== "POST") return void answer(response, 404, { code: "not-found" });
    const items = recordsOf(body);
    const status = troubled.has(kind) ? 200 : troubled.size === 0 ? 307 : 503;
    troubled.add(kind);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    pushes.push({ kind, items, at: lastAt, isFull: false, request: { path, status, headers, body } });
    if (status === 307) return void answer(response, 307, {}, { Location: `${TRAP}${path}` });
    if (status === 503) return void answer(response, 503, { code: "busy" }, { "Retry-After": "0" });
    const results = items.map(({ id, version }) => ({ id, status: "created", version: version ?? 1 }));
    answer(response, 200, { results });
  };
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  options.onReady?.(`http://${options.host}:${(server.address() as AddressInfo).port}`);
  const startedAt = Date.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const now = Date.now();
      if (now - startedAt < options.longestMs && (lastAt === null || now - lastAt < options.quietMs)) return;
      clearInterval(timer);
      resolve();
    }, CHECK_MS);
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return { pushes, strays, secret: options.secret, bearer: options.bearer };
};
