import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allowedRanges } from "../src/outbound/address.ts";
import { createOutbound } from "../src/outbound/outbound.ts";
import { createResolve } from "../src/outbound/resolve.ts";
import { certificate, privateKey } from "./tls-receiver.ts";

let server: Server;
let port = 0;
let answer: RequestListener = (_, response) => response.end();
beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("SEC-OUT-02: a redirect is an answer and is not followed; a long answer is cut at 4 KiB", async () => {
  const outbound = createOutbound(allowedRanges("127.0.0.1"), createResolve());
  const paths: string[] = [];
  answer = (request, response) => {
    paths.push(request.url ?? "");
    response.writeHead(302, { location: `http://127.0.0.1:${port}/elsewhere` }).end();
  };
  const url = `http://127.0.0.1:${port}/hook`;
  expect(await outbound.post({ url, headers: {}, body: "{}" })).toMatchObject({ ok: true, value: { status: 302 } });
  expect(paths).toEqual(["/hook"]);

  answer = (_, response) => {
    response.writeHead(200);
    const more = setInterval(() => response.write("x".repeat(1024)), 1);
    response.on("close", () => clearInterval(more));
  };
  const long = await outbound.post({ url, headers: {}, body: "{}" });
  expect(long.ok && long.value.body.length).toBe(4096);
});

test("SEC-OUT-02: the deadline holds over look-up, connection, headers and a body that drips", async () => {
  const slow = { headers: {}, body: "{}", deadlineMs: 300 };
  const url = `http://127.0.0.1:${port}/hook`;
  const never = createOutbound(allowedRanges("127.0.0.1"), () => new Promise(() => {}));
  expect(await never.post({ ...slow, url: "https://slow.example.org/" })).toMatchObject({
    ok: false,
    error: "timeout",
  });
  const outbound = createOutbound(allowedRanges("127.0.0.1"), createResolve());
  answer = () => {};
  expect(await outbound.post({ ...slow, url })).toMatchObject({ ok: false, error: "timeout" });
  answer = (_, response) => {
    const more = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(more));
  };
  const started = performance.now();
  expect(await outbound.post({ ...slow, url })).toMatchObject({ ok: false, error: "timeout" });
  expect(performance.now() - started).toBeLessThan(2_000);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  expect(await outbound.post({ url, headers: {}, body: "{}", stop: stop.signal })).toMatchObject({ error: "stopped" });
});

test("SEC-OUT-02: what is no HTTP, hangs up, or has no good certificate is a failure by its kind", async () => {
  const outbound = createOutbound(allowedRanges("127.0.0.1"), createResolve());
  const tcp = createTcpServer((socket) => socket.on("data", () => socket.end("SSH-2.0-x\r\n")).on("error", () => {}));
  await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
  const tcpPort = (tcp.address() as AddressInfo).port;
  const call = (url: string) => outbound.post({ url, headers: {}, body: "{}", deadlineMs: 2_000 });
  expect(await call(`http://127.0.0.1:${tcpPort}/`)).toMatchObject({ ok: false, error: "noConnection" });
  expect(await call(`https://127.0.0.1:${tcpPort}/`)).toMatchObject({ ok: false, error: "tlsRefused" });
  await new Promise<void>((resolve) => tcp.close(() => resolve()));
  expect(await call(`http://127.0.0.1:${tcpPort}/`)).toMatchObject({ ok: false, error: "noConnection" });
});

test("SEC-OUT-02: answers that are none end at once, and never hold on to the caller", async () => {
  const outbound = createOutbound(allowedRanges("127.0.0.1"), createResolve());
  const answers = [
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
    `HTTP/1.1 200 OK\r\nX: ${"x".repeat(20_000)}\r\n\r\n`,
    "HTTP/1.1 100 Continue\r\n\r\n",
    "HTTP/1.1 999999 OK\r\n\r\n",
    "",
  ];
  const tcp = createTcpServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end(answers[0] ?? ""));
  });
  await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(tcp.address() as AddressInfo).port}/`;
  for (; answers.length > 0; answers.shift()) {
    const outcome = await outbound.post({ url, headers: {}, body: "{}", deadlineMs: 5_000 });
    expect([outcome.ok, outcome.ok ? outcome.value.status : outcome.error], answers[0]?.slice(0, 40)).toEqual([
      false,
      "noConnection",
    ]);
    expect(outcome.ok ? 0 : outcome.ms).toBeLessThan(2_000);
  }
  await new Promise<void>((resolve) => tcp.close(() => resolve()));
});

test("SEC-OUT-01: by https the name stays the name: it is asked for and its certificate is checked, whatever was dialled", async () => {
  const asked: (string | false | null | undefined)[] = [];
  const secure = createSecureServer({ key: privateKey, cert: certificate }, (request, response) => {
    asked.push((request.socket as TLSSocket).servername);
    response.end();
  });
  await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
  const securePort = (secure.address() as AddressInfo).port;
  const outbound = createOutbound(allowedRanges("127.0.0.1"), async () => ["127.0.0.1"]);
  const call = (host: string) => outbound.post({ url: `https://${host}:${securePort}/`, headers: {}, body: "{}" });
  const before = getCACertificates("default");
  try {
    // Nobody vouches for it.
    expect(await call("receiver.city.example.org")).toMatchObject({ ok: false, error: "tlsRefused" });
    setDefaultCACertificates([...before, certificate]);
    expect(await call("receiver.city.example.org")).toMatchObject({ ok: true, value: { status: 200 } });
    expect(await call("receiver.city.example.org.")).toMatchObject({ ok: true, value: { status: 200 } });
    expect(asked).toEqual(["receiver.city.example.org", "receiver.city.example.org"]);
    // The same server under another name, and by its address.
    for (const host of ["other.city.example.org", "127.0.0.1"])
      expect(await call(host), host).toMatchObject({ ok: false, error: "tlsRefused" });
    expect(asked.length).toBe(2);
  } finally {
    setDefaultCACertificates(before);
    secure.closeAllConnections();
    secure.close();
  }
});
