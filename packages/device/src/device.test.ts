import { createServer, type Server, type Socket } from "node:net";
import { type Frame, gb26875 } from "@dianan/codec";
import { afterEach, expect, test } from "vitest";
import { type Device, openDevice } from "./device.ts";
import { startFleet } from "./fleet.ts";
import { wellMessage } from "./scenario.ts";

const NOTHING = new Uint8Array(0);
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

type Answer = (frame: Frame, socket: Socket, bytes: Uint8Array) => void;

/** A platform in small: real sockets, real codec; what it answers is the test's. */
const startPlatform = (onFrame: Answer): Promise<{ port: number; received: Uint8Array[]; sockets: Set<Socket> }> =>
  new Promise((resolve) => {
    const received: Uint8Array[] = [];
    const sockets = new Set<Socket>();
    const server: Server = createServer((socket) => {
      sockets.add(socket);
      let carry: Uint8Array = NOTHING;
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
      socket.on("data", (chunk: Uint8Array) => {
        const cut = gb26875.cutFrames(carry, chunk);
        carry = cut.carry;
        for (const bytes of cut.frames) {
          received.push(bytes);
          const frame = gb26875.decodeFrame(bytes);
          if (frame.ok) onFrame(frame.value, socket, bytes);
        }
      });
    }).listen(0, "127.0.0.1", () => {
      open.push(
        () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => done());
          }),
      );
      resolve({ port: (server.address() as { port: number }).port, received, sockets });
    });
  });

const deviceAt = (port: number, more: object = {}): Device => {
  const device = openDevice({ host: "127.0.0.1", port, address: 889, reconnectMs: [10, 50], ...more });
  open.push(() => device.close());
  return device;
};

const now = (): Frame["time"] => gb26875.timeLabelOf(Date.now(), 480);
const confirming: Answer = (frame, socket) => void socket.write(gb26875.encodeFrame(gb26875.confirm(frame, now())));

test("§6.5: a confirmed message resolves", async () => {
  const { port, received } = await startPlatform(confirming);
  await deviceAt(port).send(wellMessage(now()));
  expect(received).toHaveLength(1);
});

test("§6.5: silence is answered by three resends of the very same bytes, then `unconfirmed`", async () => {
  const { port, received } = await startPlatform(() => {});
  await expect(deviceAt(port, { resendAfterMs: 30 }).send(wellMessage(now()))).rejects.toMatchObject({
    code: "unconfirmed",
  });
  expect(received).toHaveLength(4);
  expect(new Set(received.map((bytes) => Buffer.from(bytes).toString("hex"))).size).toBe(1);
});

test("§6.5.3: a platform that always denies gets four packets, then `denied`", async () => {
  const { port, received } = await startPlatform((frame, socket) => {
    socket.write(gb26875.encodeFrame(gb26875.deny(frame, now())));
  });
  await expect(deviceAt(port).send(wellMessage(now()))).rejects.toMatchObject({ code: "denied" });
  expect(received).toHaveLength(4);
});

test("a confirm of another serial confirms nothing", async () => {
  const { port } = await startPlatform((frame, socket) => {
    socket.write(gb26875.encodeFrame({ ...gb26875.confirm(frame, now()), serial: frame.serial + 1 }));
  });
  await expect(deviceAt(port, { resendAfterMs: 20 }).send(wellMessage(now()))).rejects.toMatchObject({
    code: "unconfirmed",
  });
});

test("a broken confirm confirms nothing", async () => {
  const { port } = await startPlatform((frame, socket) => {
    const bytes = gb26875.encodeFrame(gb26875.confirm(frame, now()));
    bytes[27] = ((bytes[27] ?? 0) + 1) % 256;
    socket.write(bytes);
  });
  await expect(deviceAt(port, { resendAfterMs: 20 }).send(wellMessage(now()))).rejects.toMatchObject({
    code: "unconfirmed",
  });
});

test("a link that breaks before the confirm is opened again and the same packet goes out on it", async () => {
  let seen = 0;
  const { port, received } = await startPlatform((frame, socket, bytes) => {
    seen += 1;
    if (seen === 1) socket.destroy();
    else confirming(frame, socket, bytes);
  });
  await deviceAt(port).send(wellMessage(now()));
  expect(received).toHaveLength(2);
  expect(received[0]).toEqual(received[1]);
});

test("closing rejects what is not confirmed, and a closed device takes nothing more", async () => {
  const { port } = await startPlatform(() => {});
  const device = deviceAt(port);
  const refused = expect(device.send(wellMessage(now()))).rejects.toMatchObject({ code: "closed" });
  await device.close();
  await refused;
  await expect(device.send(wellMessage(now()))).rejects.toMatchObject({ code: "closed" });
});

test("a message that no packet can carry is refused before anything is sent", async () => {
  const { port, received } = await startPlatform(confirming);
  const impossible = { kind: "dutyCheck", timeoutMinutes: 300 } as const;
  await expect(deviceAt(port).send(impossible)).rejects.toThrow(/timeoutMinutes/);
  expect(received).toHaveLength(0);
});

const command = (frame: Partial<Frame> & Pick<Frame, "message">): Uint8Array =>
  gb26875.encodeFrame({
    serial: 500,
    version: { main: 1, user: 1 },
    time: now(),
    source: 0,
    destination: 889,
    command: gb26875.commands.control.code,
    ...frame,
  });

/** Sends one command down and resolves with the command byte of the device's answer. */
const ask = async (bytes: Uint8Array, more: object = {}): Promise<{ answer: Frame; device: Device }> => {
  let tell: (frame: Frame) => void = () => {};
  const answered = new Promise<Frame>((resolve) => {
    tell = resolve;
  });
  const { port } = await startPlatform((frame, socket, raw) => {
    if (frame.serial === 500) tell(frame);
    else {
      confirming(frame, socket, raw);
      socket.write(bytes);
    }
  });
  const device = deviceAt(port, more);
  await device.send(wellMessage(now()));
  return { answer: await answered, device };
};

test("figure 45: the clock command moves the clock and is confirmed with swapped addresses", async () => {
  const at = Date.UTC(2030, 0, 2, 3, 4, 5);
  const { answer, device } = await ask(command({ message: { kind: "setClock", time: gb26875.timeLabelOf(at, 480) } }));
  expect(answer).toMatchObject({ command: 3, source: 889, destination: 0, serial: 500, message: { kind: "empty" } });
  expect(Math.abs(Date.now() + device.clockOffsetMs - at)).toBeLessThan(60_000);
});

test("figure 45: a clock command without a time is denied", async () => {
  expect((await ask(command({ message: { kind: "setClock", time: null } }))).answer.command).toBe(6);
});

test("figure 46: a duty check is confirmed and asks the person", async () => {
  const asked: number[] = [];
  const onDutyCheck = (minutes: number): void => void asked.push(minutes);
  const { answer } = await ask(command({ message: { kind: "dutyCheck", timeoutMinutes: 10 } }), { onDutyCheck });
  expect(answer.command).toBe(3);
  expect(asked).toEqual([10]);
});

test("a command that the device cannot do is denied", async () => {
  const asked = { kind: "readSystemStatus", items: [{ systemType: 1, systemAddress: 2 }] } as const;
  const bytes = command({ command: 4, message: asked });
  expect((await ask(bytes)).answer.command).toBe(6);
});

test("a fleet of 20 sends real frames from addresses of its own and stops cleanly", { timeout: 20_000 }, async () => {
  const sources = new Set<number>();
  const peers = new Set<string>();
  const kinds = new Set<string>();
  const { port } = await startPlatform((frame, socket, bytes) => {
    sources.add(frame.source);
    if (socket.remoteAddress) peers.add(socket.remoteAddress);
    if (frame.message.kind === "componentStatus")
      for (const { status } of frame.message.items) kinds.add(status.fire ? "fire" : status.fault ? "fault" : "well");
    confirming(frame, socket, bytes);
  });
  const fleet = startFleet({
    host: "127.0.0.1",
    port,
    devices: 20,
    scenario: "mixed",
    seed: 1,
    firstAddress: 5_000,
    periodMs: 200,
    eventAfterMs: 100,
    startWithinMs: 300,
  });
  open.push(() => fleet.stop());
  await expect.poll(() => sources.size, { timeout: 10_000 }).toBe(20);
  await expect.poll(() => [...kinds].sort(), { timeout: 10_000 }).toEqual(["fault", "fire"]);
  await fleet.stop();
  const { sent, confirmed, failed } = fleet.figures();
  expect(Math.min(...sources)).toBe(5_000);
  expect(confirmed).toBeGreaterThan(20);
  expect(confirmed + failed).toBe(sent);
  if (process.platform === "linux") expect(peers.size).toBe(20);
});
