// A proxy between two hubs that keeps what passes, and lets a test send it again or bend it.
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";

export type Passed = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly status: number;
};
export type SpyingProxy = {
  readonly origin: string;
  readonly passed: Passed[];
  /** Where it leads. */ target: string;
  /** Changes a body on its way. */ bend: ((body: string) => string) | null;
  /** Sends what passed again, as it was but for the body. */ again(one: Passed, body?: string): Promise<Response>;
  stop(): Promise<void>;
};

export const openSpyingProxy = async (): Promise<SpyingProxy> => {
  const spy = { target: "", bend: null as SpyingProxy["bend"] };
  const passed: Passed[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = "GET", url: path = "/", headers } = incoming;
    const body = Buffer.concat(chunks).toString("utf8");
    const sent = spy.bend === null ? body : spy.bend(body);
    const { "transfer-encoding": _t, "content-length": _l, connection: _c, ...rest } = headers;
    const length = sent === "" ? {} : { "content-length": String(Buffer.byteLength(sent)) };
    const onward = request(`${spy.target}${path}`, { method, headers: { ...rest, ...length } }, (answer) => {
      passed.push({ method, path, headers, body, status: answer.statusCode ?? 0 });
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    onward.end(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const again: SpyingProxy["again"] = ({ method, path, headers, body }, other = body) => {
    const kept = Object.entries(headers).filter(([name]) => !["host", "content-length", "connection"].includes(name));
    const init = { method, headers: Object.fromEntries(kept) as Record<string, string> };
    return fetch(`${spy.target}${path}`, other === "" ? init : { ...init, body: other });
  };
  return Object.assign(spy, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ passed, again },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
};
