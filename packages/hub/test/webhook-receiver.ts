import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parseCloudEvent, verifyWebhook } from "@dianan/open-api";

/** One request as a receiver's own code sees it, with the helpers that platforms are given. */
export type Received = {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly type: string;
  readonly subject: string | null;
  readonly id: string;
  readonly data: { readonly [member: string]: unknown };
  /** Which of the receiver's secrets signed it; empty: none. */ readonly signedBy: readonly string[];
  readonly at: number;
};

/** A platform that receives events. Its answers are the test's. */
export type Receiver = {
  readonly url: string;
  readonly all: Received[];
  /** Of those that are no test. */ readonly events: () => readonly Received[];
  secrets: string[];
  answer: (request: Received, response: ServerResponse) => void;
  close(): Promise<void>;
};

export const accept = (_: Received, response: ServerResponse): void => void response.writeHead(204).end();
export const status =
  (code: number, headers: Record<string, string> = {}) =>
  (_: Received, response: ServerResponse): void =>
    void response.writeHead(code, headers).end();

export const openReceiver = async (port = 0): Promise<Receiver> => {
  const all: Received[] = [];
  const receiver = {
    all,
    events: () => all.filter(({ type }) => type !== "com.dianan.webhook.test"),
    secrets: [] as string[],
    answer: accept as Receiver["answer"],
  };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const body = Buffer.concat(chunks);
      const { headers } = request;
      const event = parseCloudEvent({ headers, body });
      if (!event.ok) return void response.writeHead(500).end();
      const signedBy: string[] = [];
      for (const secret of receiver.secrets)
        if ((await verifyWebhook({ headers, body, secrets: [secret], now: Date.now() })).ok) signedBy.push(secret);
      const { id, type, subject, data } = event.value;
      const received = { headers, body: body.toString(), type, subject, id, signedBy, at: performance.now() };
      const told = { ...received, data: data as Received["data"] };
      all.push(told);
      receiver.answer(told, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
};
