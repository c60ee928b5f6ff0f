import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { lookup } from "node:dns/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname } from "node:os";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { allowedRanges, isGlobalUnicast } from "../src/outbound/address.ts";
import { createOutbound } from "../src/outbound/outbound.ts";
import { createResolve, type Resolve } from "../src/outbound/resolve.ts";

/** Sockets that this process opened towards anybody, whoever opened them. */
let dialled = 0;
const count = (): void => {
  dialled += 1;
};
let server: Server;
let port = 0;
let answer: RequestListener = (_, response) => response.end();
beforeAll(async () => {
  subscribe("net.client.socket", count);
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  unsubscribe("net.client.socket", count);
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  dialled = 0;
});

const names: { readonly [host: string]: readonly string[] } = {
  "private.attacker.test.example.org": ["10.0.0.5"],
  "metadata.attacker.org": ["169.254.169.254"],
  "loop.attacker.org": ["127.0.0.1"],
  "loop6.attacker.org": ["::1"],
  "mapped.attacker.org": ["::ffff:127.0.0.1"],
  "mixed.attacker.org": ["93.184.215.14", "127.0.0.1"],
  "mixed6.attacker.org": ["93.184.215.14", "fd00::1"],
  "nat64.attacker.org": ["64:ff9b::7f00:1"],
  "six.attacker.org": ["2002:7f00:1::"],
  "empty.attacker.org": [],
  "intranet.corp": ["93.184.215.14"],
  "printer.local": ["93.184.215.14"],
  "router.home.arpa": ["93.184.215.14"],
  single: ["93.184.215.14"],
  "public.example.org": ["93.184.215.14"],
};
const fromTable: Resolve = async (host) => names[host] ?? [];

const hosts = [
  // Loopback, in every spelling that some parser knows.
  ...["127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1", "017700000001"],
  ...["0177.0.0.1", "0x7f.0.0.0x1", "127.0.0.1.", "localhost", "LOCALHOST", "localhost.", "a.localhost", "[::1]"],
  ...["[0:0:0:0:0:0:0:1]", "[::]", "0.0.0.0", "0", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]"],
  ...["１２７.0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1", "%31%32%37.0.0.1", "loc%61lhost"],
  // Private, shared, link-local, with the address of the clouds' metadata.
  ...["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.254", "192.168.0.1", "192.168.1.1.", "3232235777"],
  ...["0300.0250.1.1", "100.64.0.1", "100.127.255.254", "169.254.1.1", "169.254.169.254", "0xa9fea9fe", "2852039166"],
  ...["[fe80::1]", "[fc00::1]", "[fd12:3456:789a::1]", "[fec0::1]", "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]"],
  // Special purposes: documentation, benchmarks, relays, multicast, broadcast, class E.
  ...["192.0.0.1", "192.0.0.170", "192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "198.19.255.255"],
  ...["192.88.99.1", "192.31.196.1", "192.175.48.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255"],
  ...["[2001:db8::1]", "[3fff::1]", "[2001::1]", "[2001:10::1]", "[2002:7f00:1::]", "[2002:a00:1::1]"],
  ...["[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::1]", "[100::1]", "[ff02::1]", "[5f00::1]", "[4000::1]"],
  // Names: special use, one label, and those that lead inside.
  ...[...Object.keys(names).filter((name) => name !== "public.example.org"), "nobody.example.org"],
  ...["metadata.google.internal", "x.onion", "x.test", "x.invalid", "1.0.0.127.in-addr.arpa"],
];
const addresses = [
  ...hosts.flatMap((host) => [`https://${host}/hook`, `https://${host}:${8443}/hook`, `http://${host}/hook`]),
  // Other schemes, credentials, ports of other services, and what is no address.
  ...[
    "http://public.example.org/hook",
    "ftp://public.example.org/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_x",
  ],
  ...["https://user:pass@public.example.org/", "https://user@public.example.org/", "https://:x@public.example.org/"],
  ...["https://public.example.org:22/", "https://public.example.org:25/", "https://public.example.org:0/", "https://"],
  ...[
    "https://public.example.org@127.0.0.1/",
    "https://127.0.0.1\\@public.example.org/",
    "//127.0.0.1/",
    "",
    "https:///x",
  ],
  ...[
    "data:text/plain,x",
    "javascript:alert(1)",
    "https://[::1",
    "https://127.0.0.1#@public.example.org",
    "unix:/x.sock",
  ],
];

test(`SEC-OUT-01: of ${addresses.length} hostile addresses none is dialled, at registration or at a call`, async () => {
  expect(hosts.length).toBeGreaterThanOrEqual(60);
  const outbound = createOutbound(allowedRanges(""), fromTable);
  for (const url of addresses) {
    expect(await outbound.check(url), url).toMatch(/^(addressForbidden|nameNotFound)$/);
    const outcome = await outbound.post({ url, headers: {}, body: "{}" });
    expect(outcome, url).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^(addressForbidden|nameNotFound)$/),
    });
  }
  expect(dialled).toBe(0);
  expect(await outbound.check("https://public.example.org/hook")).toBe(null);
  expect(await outbound.check("https://93.184.215.14:8443/hook")).toBe(null);
  expect(await outbound.check("https://[2606:2800:21f::1]/hook")).toBe(null);
});

test("SEC-OUT-01: a name that was public at registration and leads inside at the call is not dialled (rebinding)", async () => {
  const turns: readonly (readonly string[])[] = [["93.184.215.14"], ["127.0.0.1"], ["93.184.215.14", "::1"], []];
  let turn = -1;
  const outbound = createOutbound(allowedRanges(""), async () => {
    turn += 1;
    return turns[turn] ?? ["127.0.0.1"];
  });
  const url = `https://rebind.attacker.org:${port}/hook`;
  expect(await outbound.check(url)).toBe(null);
  for (let n = 1; n < 6; n += 1)
    expect(await outbound.post({ url, headers: {}, body: "{}" })).toMatchObject({
      ok: false,
      error: n === 3 ? "nameNotFound" : "addressForbidden",
    });
  expect(dialled).toBe(0);
});

test("SEC-OUT-01: what is dialled is the address that was checked: the name is looked up once", async () => {
  let looks = 0;
  const outbound = createOutbound(allowedRanges("127.0.0.1"), async () => {
    looks += 1;
    return looks === 1 ? ["127.0.0.1"] : ["127.0.0.2"];
  });
  let host = "";
  answer = (request, response) => {
    host = request.headers.host ?? "";
    response.end();
  };
  const url = `http://receiver.city.example.org:${port}/hook`;
  expect(await outbound.post({ url, headers: {}, body: "{}" })).toMatchObject({ ok: true, value: { status: 200 } });
  expect([looks, dialled, host]).toEqual([1, 1, `receiver.city.example.org:${port}`]);
});

test("SEC-OUT-03: an allowed range opens itself and nothing beside it; http only there", async () => {
  const outbound = createOutbound(allowedRanges("127.0.0.1, 10.20.0.0/24, fd12:3456::/64"), createResolve());
  for (const url of ["http://127.0.0.1:9999/", "https://10.20.0.255/", "https://[fd12:3456::9]/", "http://10.20.0.1/"])
    expect(await outbound.check(url), url).toBe(null);
  for (const url of [
    ...["http://127.0.0.2:9999/", "https://10.20.1.0/", "https://10.19.255.255/", "https://[fd12:3456:0:1::9]/"],
    // A range of one family does not open what is mapped into the other.
    ...["https://[::ffff:10.20.0.1]/", "https://[::ffff:127.0.0.1]/", "http://93.184.215.14/", "https://192.168.0.1/"],
    // Both addresses of the name would have to be allowed.
    "http://localhost:9999/",
  ])
    expect(await outbound.check(url), url).toBe("addressForbidden");
  const both = createOutbound(allowedRanges("127.0.0.0/8,::1"), createResolve());
  expect(await both.check("http://localhost:9999/")).toBe(null);
});

test("SEC-OUT-01: names that only the machine itself knows are found, also when many are looked up at once", async () => {
  const resolve = createResolve();
  const own = hostname();
  const known = (await lookup(own, { all: true }).catch(() => [])).map(({ address }) => address);
  const found = await Promise.all(Array.from({ length: 20 }, () => resolve(own)));
  for (const addresses of found) if (known.length > 0) expect(addresses.length).toBeGreaterThan(0);
  expect(await resolve("a.localhost")).toEqual(["127.0.0.1", "::1"]);
  expect(await resolve("nobody.invalid")).toEqual([]);
}, 30_000);

test("SEC-OUT-03: what is no range stops the hub, it does not open more", () => {
  for (const text of [
    "0.0.0.0/0",
    "::/0",
    "10.0.0.0/7",
    "10.0.0/8",
    "10.0.0.0/33",
    "10.0.0.0/",
    "host",
    "10.0.0.0/8/8",
  ])
    expect(() => allowedRanges(text), text).toThrow(TypeError);
  expect(allowedRanges("").holds("127.0.0.1")).toBe(false);
});

test("SEC-OUT-01: no address of a special range passes, whatever its last bits (generated)", () => {
  const octet = fc.nat(255);
  fc.assert(
    fc.property(
      octet,
      octet,
      octet,
      fc.constantFrom("10", "127", "0", "192.168", "172.20", "169.254", "100.100"),
      (a, b, c, head) => {
        const rest = [a, b, c].slice(0, 4 - head.split(".").length);
        expect(isGlobalUnicast([head, ...rest].join("."))).toBe(false);
      },
    ),
  );
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      if (!/^[23]/.test(address) || address.indexOf(":") < 4) expect(isGlobalUnicast(address)).toBe(false);
    }),
  );
});
