import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Instant } from "@dianan/model";
import type { NotifyTemplate } from "../src/core/notify-text.ts";
import { createCourier } from "../src/notify/couriers/create-courier.ts";
import { allowedRanges } from "../src/outbound/address.ts";
import { createOutbound } from "../src/outbound/outbound.ts";
import type { CourierSettings, Notice } from "../src/ports/notify-courier.ts";

/** One request as a provider gets it. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
};

/** A provider's door: what it was asked, and the answer that the test gives. */
export type Provider = {
  readonly url: string;
  readonly host: string;
  readonly asked: Asked[];
  answer: (asked: Asked, response: ServerResponse) => void;
  close(): Promise<void>;
};

export const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  (_: Asked, response: ServerResponse): void =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));

export const openProvider = async (): Promise<Provider> => {
  const asked: Asked[] = [];
  const provider = { asked, answer: json({}) as Provider["answer"] };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const bytes = Buffer.concat(chunks);
      const url = new URL(request.url ?? "/", "http://x");
      const { method = "", headers } = request;
      const one = { method, path: url.pathname, query: url.searchParams, headers, body: bytes.toString(), bytes };
      asked.push(one);
      provider.answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(provider, {
    url: `http://${host}`,
    host,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
};

/** The way out that tests have: this machine only. */
export const testOutbound = createOutbound(allowedRanges("127.0.0.1"), async () => ["127.0.0.1"]);

const template: NotifyTemplate = {
  id: "T_1",
  variables: [
    { name: "place", fact: "unit" },
    { name: "what", fact: "type" },
    { name: "code", fact: "code" },
  ],
};
export const courierOf = (
  kind: CourierSettings["kind"],
  options: Record<string, string>,
  secrets: Record<string, string>,
) =>
  createCourier(
    {
      ...{ kind, options, secrets, templates: [template], caps: null },
      fallbackTemplate: { id: "T_CODE", variables: [{ name: "code", fact: "code" }] },
    },
    testOutbound,
  );

/** Numbers that ring nowhere (SEC-PII-09). */
export const PHONE = "10000000001";
export const AT = Date.parse("2026-03-02T10:00:00Z") as Instant;
export const notice: Notice = {
  ...{
    attemptId: "0123456789abcdef0123456789abcdef",
    alarmId: "al-1",
    alarm: { class: "alarm", type: "residualCurrentOver" },
  },
  address: { phone: `+86${PHONE}`, mail: "duty@example.org", wecomUserId: "chenwei", jpushId: "reg-1" },
  facts: {
    ...{
      type: "剩余电流超限",
      class: "报警",
      unit: "【示例】厂 http://example.com/x",
      device: "1 号箱",
      value: "689 毫安",
    },
    ...{ time: "03-02 18:00", count: 1, code: "AL-3F7K2" },
  },
  ...{ language: "zh", isFallback: false, link: null, at: AT },
};
export const stop: AbortSignal = new AbortController().signal;
