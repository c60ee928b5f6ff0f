import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request of the platform to a webhook. */
export type Heard = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As it came, byte for byte. */ readonly body: Buffer;
  /** What was answered; 0: nothing. */ readonly status: number;
  readonly at: number;
};

/** What the kit answers: a status with headers, or silence. */
export type Say = { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | "silence";

/** What came before to a path: in all, and with the same webhook-id. */
export type Before = { readonly count: number; readonly tries: number };

/** Where a platform's webhooks arrive. Each case has a path of its own. */
export type WebhookEar = {
  /** The address of a path as the platform must call it. */ urlOf(path: string): string;
  /** What came to a path, in order. */ heard(path: string): readonly Heard[];
  /** How a path answers from now on: by what came there before. Absent: 204. */
  answer(path: string, say: (before: Before) => Say): void;
  close(): Promise<void>;
};

const BODY_MAX = 4 * 1024 * 1024;

/** Takes webhooks. @param url - address as the platform knows it; null: the one that it listens at */
export const openEar = async (host: string, port: number, url: string | null): Promise<WebhookEar> => {
  const all: Heard[] = [];
  const says = new Map<string, (before: Before) => Say>();
  const answer = (response: ServerResponse, said: Say): number => {
    if (said === "silence") return 0;
    response.writeHead(said.status, said.headers).end();
    return said.status;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("error", () => {});
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > BODY_MAX) request.destroy();
      chunks.push(chunk);
    });
    request.on("end", () => {
      const path = request.url ?? "/";
      const id = request.headers["webhook-id"];
      const own = all.filter((one) => one.path === path);
      const before = { count: own.length, tries: own.filter(({ headers }) => headers["webhook-id"] === id).length };
      const status = answer(response, says.get(path)?.(before) ?? { status: 204 });
      all.push({ path, headers: request.headers, body: Buffer.concat(chunks), status, at: performance.now() });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const base = url ?? `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    urlOf: (path) => `${base.replace(/\/+$/, "")}${path}`,
    heard: (path) => all.filter((one) => one.path === path),
    answer: (path, say) => void says.set(path, say),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};
