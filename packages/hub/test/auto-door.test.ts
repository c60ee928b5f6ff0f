// One port for several protocols, and JUY piles, which have a login and answers that nobody has published.
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { juy, ykc } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { ap3000Frames, openAp3000, openBkv, openYkc, ykcFrames } from "./pile-wire.ts";
import { deviceBody, list, record, register } from "./registry.ts";
import { CONFIRM, openWire, statusFrame } from "./wire.ts";

const IMEI = "860000000000017";
const PILE = "55031412782305";
const door = { host: "127.0.0.1", port: 0 } as const;
let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub({ doors: ["auto", "juy", "gb26875.dahua"].map((protocol) => ({ ...door, protocol })) });
  await register(hub, [99]);
  const items = [
    deviceBody("juy-1", IMEI, { protocol: "juy", type: "chargingPile" }),
    deviceBody("pile", PILE, { protocol: "ykc", type: "chargingPile" }),
    deviceBody("fire", "7", { protocol: "gb26875" }),
    deviceBody("dahua", "1", { protocol: "gb26875.dahua" }),
  ];
  const answer = await hub.call("POST", "/api/v1/devices", { items });
  expect(await answer.text()).not.toContain("refused");
}, 30_000);
afterAll(() => hub?.end());

const auto = (): number => hub.hub.doorPorts[0] ?? 0;
const vector = (protocol: string, name: string): Uint8Array => {
  const path = new URL(`../../../specs/vectors/${protocol}/frames.json`, import.meta.url);
  const { vectors } = JSON.parse(readFileSync(path, "utf8")) as { vectors: { name: string; hex: string }[] };
  const found = vectors.find((one) => one.name.startsWith(name));
  if (found === undefined) throw new Error(`no vector ${name}`);
  return Uint8Array.from(Buffer.from(found.hex, "hex"));
};
const raw = async (port: number): Promise<Socket> => {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once("connect", () => resolve()).once("error", reject));
  socket.on("error", () => {});
  return socket;
};
const undecodable = async (): Promise<readonly { protocol: string; error: { code: string } }[]> =>
  ((await (await hub.call("GET", "/api/v1/undecodable")).json()) as { items: [] }).items;

test("EF-N.1: one port takes devices of every protocol that speaks by itself, each answered in its own", async () => {
  const pile = await openYkc(auto());
  pile.send(ykcFrames(PILE).login());
  await pile.next(({ body }) => body.kind === "loginAnswer");
  expect(await record(hub, "devices/pile")).toMatchObject({ presence: "online" });

  const socket = await openAp3000(auto());
  socket.sendBytes(new TextEncoder().encode("89860012345678901234"));
  socket.send(ap3000Frames("04ceaa40").register());
  await socket.next(({ message }) => message.kind === "registerAnswer");

  const gateway = await openBkv(auto());
  gateway.sendBytes(vector("bkv", "heartbeat"));
  await gateway.next(({ payload }) => payload.kind === "heartbeatAnswer");

  const fire = await openWire(auto());
  expect((await fire.ask(statusFrame(7, 1, { fire: true }))).command).toBe(CONFIRM);
  expect((await list(hub, "alarms?deviceId=fire")).length).toBe(1);

  const juyPile = await raw(auto());
  juyPile.write(vector("juy", "login that tells its signal"));
  await until(
    () => record(hub, "devices/juy-1"),
    ({ presence }) => presence === "online",
  );
  juyPile.destroy();
  await Promise.all([pile.end(), socket.end(), gateway.end(), fire.end()]);
});

test("EF-N.1: in pieces and behind garbage the first good frame tells; from then on other protocols are garbage", async () => {
  const pile = await openYkc(auto());
  const heartbeat = ykc.encodeFrame(ykcFrames(PILE).heartbeat("01"));
  pile.sendBytes(Uint8Array.of(0x00, 0x68, 0x01));
  for (const byte of heartbeat) pile.sendBytes(Uint8Array.of(byte));
  await pile.next(({ body }) => body.kind === "heartbeatAnswer");
  pile.sendBytes(vector("bkv", "heartbeat"));
  pile.sendBytes(heartbeat);
  await pile.next(({ body }) => body.kind === "heartbeatAnswer");
  expect(pile.left).toEqual([]);
  await pile.end();
});

test("SEC-DEV-08: who sends no frame of any protocol is hung up on after 4 KiB, and what it sent is kept as evidence", async () => {
  const socket = await raw(auto());
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.resume();
  socket.write(Buffer.alloc(6_000, 0x11));
  await closed;
  const rows = await until(undecodable, (all) => all.some(({ protocol }) => protocol === "auto"));
  expect(rows.find(({ protocol }) => protocol === "auto")?.error.code).toBe("no-protocol");
});

test("CP-3.1, CP-3.2: a JUY pile logs in, its ports have states, also the one it had before, its end is one session; it is answered nothing", async () => {
  const socket = await raw(hub.hub.doorPorts[1] ?? 0);
  let answered = 0;
  socket.on("data", (chunk) => (answered += chunk.length));
  const heartbeat = (state: number): Uint8Array => {
    const states = [state];
    return juy.encodeFrame({
      result: 0,
      imei: null,
      message: { kind: "heartbeat", rssi: 31, temperature: 30, states, unparsed: new Uint8Array(0) },
    });
  };
  socket.write(vector("juy", "login that tells its signal"));
  const status = async () =>
    (await list(hub, "components?deviceId=juy-1")).find(({ componentKey }) => componentKey === "port/1")?.status;
  for (const [state, word] of [
    [0, "idle"],
    [1, "charging"],
    [0, "idle"],
    [1, "charging"],
  ] as const) {
    socket.write(heartbeat(state));
    await until(status, (now) => now === word);
  }
  const end = vector("juy", "end of charging: widths");
  socket.write(Buffer.concat([end, end, end]));
  const sessions = await until(
    () => list(hub, "charging-sessions?deviceId=juy-1"),
    (all) => all.some(({ state }) => state === "ended"),
  );
  expect(sessions).toHaveLength(1);
  expect(answered).toBe(0);
  socket.destroy();
});

test("a JUY frame of the old format with no login before it, one cut short and a wrong sum are nobody's", async () => {
  const socket = await raw(hub.hub.doorPorts[1] ?? 0);
  socket.write(vector("juy", "heartbeat with every state"));
  await until(undecodable, (all) => all.some(({ error }) => error.code === "no-address"));
  const wrong = vector("juy", "login that tells its signal");
  wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
  socket.write(wrong);
  await until(undecodable, (all) => all.some(({ error }) => error.code === "bad-checksum"));
  socket.destroy();
});

test("JUY over a passthrough: frames of the old format are the device's that is named", async () => {
  const hex = Buffer.from(vector("juy", "heartbeat with every state")).toString("hex");
  const made = await hub.call("POST", "/api/v1/devices/juy-1/credentials");
  const { secret } = (await made.json()) as { readonly secret: string };
  const send = async (wireAddress: string): Promise<Record<string, unknown> | undefined> => {
    const items = [{ protocol: "juy", wireAddress, hex }];
    const answer = await hub.call("POST", "/api/v1/uplink/frames", { items }, { authorization: `Bearer ${secret}` });
    return ((await answer.json()) as { results?: Record<string, unknown>[] }).results?.[0];
  };
  expect(await send(IMEI)).toMatchObject({ status: "accepted" });
  expect(await send("12")).toMatchObject({ status: "refused" });
});

test("EF-N.1: a family of GB/T 26875.3 has a door and a protocol of its own, and its frames are shown as it means them", async () => {
  const path = new URL("../../../specs/vectors/gb26875/dialects.json", import.meta.url);
  const { vectors } = JSON.parse(readFileSync(path, "utf8")) as { vectors: { name: string; hex: string }[] };
  const hex = vectors.find(({ name }) => name.startsWith("Dahua: decimal time digits"))?.hex ?? "";
  const socket = await raw(hub.hub.doorPorts[2] ?? 0);
  socket.write(Buffer.from(hex, "hex"));
  const [frame] = await until(
    () => list(hub, "frames?deviceId=dahua"),
    (all) => all.length === 1,
  );
  const types = (await list(hub, "alarms?deviceId=dahua")).map(({ type }) => type);
  expect(types.length).toBeGreaterThan(0);
  const decoded = (await (await hub.call("GET", `/api/v1/frames/${String(frame?.id)}/decoded`)).json()) as {
    readonly verdict: string;
    readonly events: readonly unknown[];
  };
  expect(decoded.verdict).toBe("good");
  expect(JSON.stringify(decoded.events)).toContain(types[0] ?? "none");
  socket.destroy();
});

test("a family that nobody has heard of is no protocol: the hub does not start", async () => {
  await expect(openTestHub({ doors: [{ ...door, protocol: "gb26875.nobody" }] })).rejects.toThrow(/gb26875\.dahua/);
});
