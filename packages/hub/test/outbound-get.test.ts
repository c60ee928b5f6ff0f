import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allowedRanges } from "../src/outbound/address.ts";
import { createOutbound } from "../src/outbound/outbound.ts";
import { createResolve } from "../src/outbound/resolve.ts";

let server: Server;
let origin = "";
const asked: IncomingMessage[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    if (request.url === "/moved") return void response.writeHead(302, { location: "/versions" }).end();
    if (request.url === "/slow") return;
    response.end("x".repeat(request.url === "/long" ? 10_000 : 3));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const headers = { authorization: "Bearer token-of-a-peer" };
const open = createOutbound(allowedRanges("127.0.0.1"), createResolve());

test("SEC-OUT-02: a GET sends its headers and no body, follows no redirect and reads no more than it is told", async () => {
  const short = await open.get({ url: `${origin}/versions`, headers });
  expect(short).toMatchObject({ ok: true, value: { status: 200, body: Buffer.from("xxx") } });
  const { method, headers: sent } = asked.at(-1) ?? {};
  expect([method, sent?.authorization, sent?.["content-length"], sent?.["transfer-encoding"]]).toEqual([
    ...["GET", "Bearer token-of-a-peer", undefined, undefined],
  ]);
  const moved = await open.get({ url: `${origin}/moved`, headers });
  expect([moved.ok && moved.value.status, asked.at(-1)?.url]).toEqual([302, "/moved"]);
  const long = await open.get({ url: `${origin}/long`, headers, answerBytes: 100 });
  expect(long.ok && long.value.body.length).toBe(100);
  expect(await open.get({ url: `${origin}/slow`, headers, deadlineMs: 50 })).toMatchObject({ error: "timeout" });
});

test("SEC-OUT-01, SEC-OUT-03: a GET goes nowhere that a POST must not go", async () => {
  const before = asked.length;
  const closed = createOutbound(allowedRanges("10.0.0.0/8"), createResolve());
  const { port } = new URL(origin);
  for (const url of [
    origin,
    `http://localhost:${port}`,
    `http://[::ffff:127.0.0.1]:${port}`,
    `http://2130706433:${port}`,
  ])
    expect(await closed.get({ url: `${url}/versions`, headers }), url).toMatchObject({ error: "addressForbidden" });
  for (const url of [`http://u:p@127.0.0.1:${port}/`, "file:///etc/passwd", "http://127.0.0.2/"])
    expect(await open.get({ url, headers }), url).toMatchObject({ error: "addressForbidden" });
  expect(asked).toHaveLength(before);
});
