import { createSocket } from "node:dgram";
import { type Instant, tenantId } from "@dianan/model";
import { generate, parse } from "coap-packet";
import { afterEach, expect, test } from "vitest";
import { createFigures } from "../ports/figures.ts";
import type { CoapDeps } from "./coap-deps.ts";
import { openCoapDoor, type UdpDoor } from "./udp-door.ts";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A door whose look-ups are settled by hand, so that an answer takes as long as the test wants. */
const open = async () => {
  const asked: (() => void)[] = [];
  const figures = createFigures();
  let offset = 0;
  const deps = {
    ...{ figures, limits: { requestRateFactor: 1 }, clock: () => 0 as Instant, utcOffsetMinutes: 480 },
    ...{ now: () => performance.now() + offset, log: () => {}, viewOf: () => ({}) },
    keys: {
      bySecret: () =>
        new Promise((resolve) => asked.push(() => resolve({ tenant: tenantId("t"), name: "d", credential: "c" }))),
    },
    store: { record: async () => ({ deleted: false, body: { protocol: "json", wireAddress: "d" } }) },
    commands: { fetch: async () => [] },
  } as unknown as CoapDeps;
  const door: UdpDoor = await openCoapDoor(deps, { host: "127.0.0.1", port: 0 });
  ends.push(() => door.close());
  const socket = createSocket("udp4");
  const heard: Buffer[] = [];
  socket.on("message", (bytes) => void heard.push(bytes));
  ends.push(() => void socket.close());
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return {
    ...{ asked, figures, heard, door, until },
    later: (ms: number) => {
      offset += ms;
      door.sweep();
    },
    send: (bytes: Uint8Array) => socket.send(bytes, door.port, "127.0.0.1"),
    got: async (n: number) => {
      await until(() => heard.length > n);
      return parse(heard[n] ?? Buffer.alloc(0));
    },
  };
};
const ask = (messageId: number, isConfirmable = true): Buffer =>
  generate({
    ...{ code: "GET", confirmable: isConfirmable, messageId, token: Buffer.from([9]) },
    options: [
      { name: "Uri-Path", value: Buffer.from("down") },
      { name: "Uri-Query", value: Buffer.from("k=dd_00000000000000000000") },
    ],
  });

test("RFC 7252 §5.2.2, EF-4.4.3: what takes long is acked without a word, and answered by a message of its own until that is acked", async () => {
  const { asked, heard, send, got, until, later, figures } = await open();
  send(ask(5));
  expect(await got(0)).toMatchObject({ ack: true, code: "0.00", messageId: 5 });
  // The same again: acked again, and nothing is looked up twice.
  send(ask(5));
  expect(await got(1)).toMatchObject({ ack: true, code: "0.00", messageId: 5 });
  expect(asked).toHaveLength(1);
  asked[0]?.();
  const answer = await got(2);
  expect(answer).toMatchObject({ confirmable: true, ack: false, code: "2.05", token: Buffer.from([9]) });
  later(5_000);
  expect((await got(3)).messageId).toBe(answer.messageId);
  expect(heard[3]?.equals(heard[2] ?? Buffer.alloc(0))).toBe(true);
  send(generate({ code: "0.00", ack: true, messageId: answer.messageId }));
  send(ask(6));
  await until(() => asked.length === 2);
  // The ack came before what was asked behind it.
  for (let n = 0; n < 5; n += 1) later(60_000);
  expect(figures.snapshot().coapUnackedTotal ?? 0).toBe(0);
  expect(heard.filter((bytes) => parse(bytes).messageId === answer.messageId)).toHaveLength(2);
  asked[1]?.();
});

test("an answer that is never acked is given up, and counted", async () => {
  const { asked, send, got, later, figures, heard } = await open();
  send(ask(5));
  await got(0);
  asked[0]?.();
  await got(1);
  for (let n = 0; n < 6; n += 1) later(100_000);
  await got(5);
  expect(figures.snapshot()).toMatchObject({ coapUnackedTotal: 1, coapSeparateTotal: 1 });
  expect(heard.length).toBe(6);
});

test("RFC 7252 §4.3: what is not confirmable is not acked, and answered by what is not", async () => {
  const { asked, send, got, until, heard } = await open();
  send(ask(5, false));
  await until(() => asked.length === 1);
  send(ask(5, false));
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(heard).toEqual([]);
  asked[0]?.();
  expect(await got(0)).toMatchObject({ confirmable: false, ack: false, code: "2.05" });
  expect(asked).toHaveLength(1);
});

test("a door that has stopped takes nothing, answers what it has taken, and frees its port", async () => {
  const { asked, send, got, until, door, heard } = await open();
  send(ask(5));
  await until(() => asked.length === 1);
  door.stop();
  send(ask(6));
  const closing = door.close();
  asked[0]?.();
  await closing;
  expect((await got(0)).code).toBe("2.05");
  expect([asked.length, heard.length]).toEqual([1, 1]);
  const again = await openCoapDoor({ ...({} as CoapDeps), figures: createFigures(), now: () => 0 } as CoapDeps, {
    ...{ host: "127.0.0.1", port: door.port },
  });
  await expect(
    openCoapDoor({ now: () => 0 } as CoapDeps, { host: "127.0.0.1", port: again.port }),
  ).rejects.toMatchObject({ code: "EADDRINUSE" });
  await again.close();
});
