import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Push = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly items: readonly { readonly id: string; readonly version: number; readonly name?: string }[];
  readonly at: number;
};
export type Answer =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | "accept"
  | "hang"
  | "cut"
  /** Says that it has taken all, and closes before it has said the whole of it. */
  | "half";

/** A city whose answers a test decides. */
export type City = {
  readonly url: string;
  readonly pushes: Push[];
  answer: (push: Push) => Answer | Promise<Answer>;
  /** What a GET is answered. */ read: (path: string) => { readonly status: number; readonly body: string };
  close(): Promise<void>;
};

export const openCity = async (port = 0): Promise<City> => {
  const pushes: Push[] = [];
  const city = {
    answer: (_push: Push): Answer | Promise<Answer> => "accept",
    read: (_path: string): { readonly status: number; readonly body: string } => ({ status: 404, body: "{}" }),
  };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    const ended = async (): Promise<void> => {
      if (request.method === "GET") {
        const { status, body } = city.read(request.url ?? "");
        response.writeHead(status, { "content-type": "application/json" });
        response.end(body);
        return;
      }
      const body = Buffer.concat(chunks).toString();
      const push: Push = {
        path: request.url ?? "",
        headers: request.headers,
        body,
        items: JSON.parse(body).items ?? [],
        at: performance.now(),
      };
      pushes.push(push);
      const answer = await city.answer(push);
      if (answer === "hang") return;
      if (answer === "cut") return void request.socket.destroy();
      const taken = JSON.stringify({
        results: push.items.map(({ id, version }) => ({ id, status: "created", version })),
      });
      if (answer === "half") {
        response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(taken) });
        return void response.write(taken.slice(0, -1), () => request.socket.destroy());
      }
      const { status, headers = {}, body: text } = answer === "accept" ? { status: 200, body: taken } : answer;
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(text ?? "");
    };
    request.on("end", () => void ended());
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return Object.assign(city, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pushes,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
};
