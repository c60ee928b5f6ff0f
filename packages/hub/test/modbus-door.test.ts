import { connect, type Socket } from "node:net";
import { modbusRtu } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { closed, registers } from "./modbus-gateway.ts";
import { deviceBody, list, record, register } from "./registry.ts";

let hub: TestHub;
const gateways: Socket[] = [];
beforeAll(async () => {
  hub = await openTestHub({ doors: [{ protocol: "modbus-rtu", host: "127.0.0.1", port: 0 }] });
  await register(hub, [1]);
  const items = [1, 2].map((unit) =>
    deviceBody(`dtu-${unit}`, `dtu0001/${unit}`, { protocol: "modbus-rtu", profileId: "smart-breaker-a-single" }),
  );
  expect(await (await hub.call("POST", "/api/v1/devices", { items })).text()).not.toContain("refused");
});
afterAll(async () => {
  for (const socket of gateways) socket.destroy();
  await hub?.end();
});

type Dtu = { readonly socket: Socket; readonly asked: number[] };
/** A serial server that dials the hub: what it says first, and then what its units answer. */
const dial = async (...said: readonly (string | Uint8Array)[]): Promise<Dtu> => {
  const asked: number[] = [];
  const socket = connect({ port: hub.hub.doorPorts[0] ?? 0, host: "127.0.0.1", noDelay: true });
  gateways.push(socket);
  let carry: Uint8Array = new Uint8Array(0);
  socket.on("error", () => {});
  socket.on("data", (chunk: Uint8Array) => {
    const cut = modbusRtu.cutFrames(carry, chunk, { direction: "down" });
    carry = cut.carry;
    for (const bytes of cut.frames) {
      const decoded = modbusRtu.decodeFrame(bytes, { direction: "down" });
      if (!decoded.ok) throw new Error(`the hub sent ${JSON.stringify(decoded.error)}`);
      asked.push(decoded.value.unit);
      const answer = { ...decoded.value, ...registers(closed) };
      socket.write(modbusRtu.encodeFrame(answer as never, { direction: "up" }));
      // Many DTUs say so now and then.
      socket.write("HEARTBEAT");
    }
  });
  await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
  for (const one of said) socket.write(one);
  return { socket, asked };
};
const isAsked = ({ asked }: Dtu): Promise<unknown> =>
  until(
    () => asked.length,
    (count) => count >= 2,
    20_000,
  );

test("EF-N.1, EF-2.1: a gateway that dials in and names its line is polled: its units are read and online", async () => {
  const dtu = await dial("DTU0001\r\n");
  await until(
    () => new Set(dtu.asked),
    (units) => units.has(1) && units.has(2),
    20_000,
  );
  const rows = await until(
    () => list(hub, "readings?deviceId=dtu-1"),
    (all) => all.length >= 11,
    20_000,
  );
  expect(rows).toContainEqual(expect.objectContaining({ quantity: "voltage", value: 230 }));
  await until(
    () => record(hub, "devices/dtu-2"),
    ({ presence }) => presence === "online",
    20_000,
  );
  // Heartbeats are no noise.
  expect(await list(hub, "undecodable")).toEqual([]);

  // SEC-DEV-17: it dials again, because it has lost the first connection: one master asks, and over the new one.
  const again = await dial("dtu0001");
  await isAsked(again);
  const before = dtu.asked.length;
  await until(
    () => again.asked.length,
    (count) => count >= 3,
    20_000,
  );
  expect(dtu.asked.length).toBe(before);
  // The end of the first says nothing of the units.
  dtu.socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await record(hub, "devices/dtu-1")).toMatchObject({ presence: "online" });
}, 60_000);

test("who does not say who it is, or is nobody, is asked nothing; what it sent is listed with what to do", async () => {
  const strangers = [
    await dial("GET / HTTP/1.1\r\n\r\n"),
    await dial(new Uint8Array([1, 4, 2, 0, 1, 2, 3])),
    await dial("-bad"),
    await dial("x".repeat(65)),
    await dial("nobody-1"),
  ];
  const rows = await until(
    () => list(hub, "undecodable"),
    (all) => all.length >= 4,
    20_000,
  );
  for (const { error } of rows as readonly { readonly error: { readonly code: string } }[])
    expect(error.code).toBe("no-registration");
  expect(JSON.stringify(rows)).toContain("注册包");
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(strangers.map(({ asked }) => asked.length)).toEqual([0, 0, 0, 0, 0]);
}, 60_000);
