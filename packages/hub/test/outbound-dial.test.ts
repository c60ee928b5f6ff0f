import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { allowedRanges } from "../src/outbound/address.ts";
import { createOutbound } from "../src/outbound/outbound.ts";

/** Names as a name server that a test decides for has them. */
const names: { readonly [host: string]: readonly string[] } = {
  "inside.example.com": ["10.1.2.3"],
  "both.example.com": ["10.1.2.3", "8.8.8.8"],
  "public.example.com": ["8.8.8.8"],
};
const door = (allowed: string) => createOutbound(allowedRanges(allowed), async (host) => names[host] ?? []);

test("SEC-OUT-01, -03: only what an administrator allowed is dialled, however its address is spelled", async () => {
  const { checkDial } = door("10.1.2.0/24,127.0.0.1");
  for (const url of ["gb26875://10.1.2.3:9000", "gb26875://inside.example.com:9000", "gb26875://0x0a010203:9000/"])
    expect([url, await checkDial(url)]).toEqual([url, null]);
  for (const url of [
    "gb26875://10.1.3.3:9000",
    "gb26875://8.8.8.8:9000",
    "gb26875://both.example.com:9000",
    "gb26875://public.example.com:9000",
    "gb26875://[::1]:9000",
    "gb26875://[::ffff:10.1.2.3]:9000",
    "gb26875://2130706434:9000",
    "gb26875://10.1.2.3:22",
    "gb26875://10.1.2.3:443",
    "gb26875://10.1.2.3:65536",
    "gb26875://10.1.2.3",
    "gb26875://a@10.1.2.3:9000",
    "gb26875://10.1.2.3:9000/x",
    "gb26875://10.1.2.3:9000#x",
    "gb26875://:9000",
    "http://10.1.2.3:9000",
    "tcp://10.1.2.3:9000",
  ])
    expect([url, await checkDial(url)]).toEqual([url, "addressForbidden"]);
  expect(await checkDial("gb26875://nobody.example.com:9000")).toBe("nameNotFound");
  expect(await door("").checkDial("gb26875://8.8.8.8:9000")).toBe("addressForbidden");
});

test("SEC-OUT-02: an address that is dialled is no address of a request, and the other way round", async () => {
  const { check, post, dial } = door("10.1.2.0/24,127.0.0.1");
  expect(await check("gb26875://10.1.2.3:9000")).toBe("addressForbidden");
  expect(await post({ url: "gb26875://127.0.0.1:9000", headers: {}, body: "" })).toMatchObject({
    ok: false,
    error: "addressForbidden",
  });
  expect(await dial("http://127.0.0.1:9000")).toEqual({ ok: false, error: "addressForbidden" });
});

test("a connection that stands is given; one that nobody takes, or that we no longer want, is not", async () => {
  const server = createServer((socket) => socket.end("hello"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { dial } = door("127.0.0.1");
  const made = await dial(`gb26875://127.0.0.1:${port}`);
  if (!made.ok) throw new Error(made.error);
  const heard = await new Promise<string>((resolve) => made.value.once("data", (chunk) => resolve(String(chunk))));
  expect(heard).toBe("hello");
  made.value.destroy();
  const stopped = new AbortController();
  stopped.abort();
  expect(await dial(`gb26875://127.0.0.1:${port}`, stopped.signal)).toEqual({ ok: false, error: "stopped" });
  await new Promise((resolve) => server.close(resolve));
  expect(await dial(`gb26875://127.0.0.1:${port}`)).toEqual({ ok: false, error: "noConnection" });
});
