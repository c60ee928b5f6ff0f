import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { defaultLimits } from "../config.ts";
import { openTcpDialer, type TcpDialer } from "./tcp-dialer.ts";

const open: { readonly close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const listen = async (): Promise<{ readonly server: Server; readonly port: number; readonly sockets: Socket[] }> => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket.on("error", () => {})));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  open.push({ close: () => server.close() });
  return { server, port: (server.address() as AddressInfo).port, sockets };
};

/** A dialer whose time the test moves. */
const dialer = (host: string, port: number) => {
  const world = { at: 0, opened: 0, closed: 0 };
  const lines: string[] = [];
  const figures = { add: () => {}, gauge: () => {}, snapshot: () => ({}) } as never;
  const made: TcpDialer = openTcpDialer({
    ...{ name: "plc1", host, port, figures, limits: defaultLimits, now: () => world.at, random: () => 0 },
    log: (line) => void lines.push(line),
    accept: () => {
      world.opened += 1;
      return {
        read: () => ({ unfinished: false, valid: 0 }),
        isBusy: () => false,
        closed: () => {
          world.closed += 1;
        },
      };
    },
  });
  open.push(made);
  return { made, world, lines };
};

test("it dials when it is swept, waits longer after each failure, and says so once", async () => {
  const { port, sockets } = await listen();
  const { made, world, lines } = dialer("127.0.0.1", port);
  expect(world.opened).toBe(0);
  for (const [round, waitMs] of [1_000, 2_000, 4_000].entries()) {
    made.sweep();
    await expect.poll(() => world.opened).toBe(round + 1);
    await expect.poll(() => sockets.length).toBe(round + 1);
    sockets.at(-1)?.destroy();
    await expect.poll(() => world.closed).toBe(round + 1);
    world.at += waitMs - 1;
    made.sweep();
    expect(world.opened).toBe(round + 1);
    world.at += 1;
  }
  expect(lines.filter((line) => line.includes("not connected"))).toHaveLength(1);
});

test("a silent connection is kept: nothing may be registered on its line yet", async () => {
  const { port, sockets } = await listen();
  const { made, world } = dialer("127.0.0.1", port);
  made.sweep();
  await expect.poll(() => sockets.length).toBe(1);
  await expect.poll(() => world.opened).toBe(1);
  world.at += 10 * defaultLimits.silentConnectionMs;
  made.sweep();
  expect(world.closed).toBe(0);
});

test("SEC-OUT-03: a name that leads to this machine is refused, its address is not", async () => {
  const { port, sockets } = await listen();
  const { made, world, lines } = dialer("localhost", port);
  made.sweep();
  await expect.poll(() => lines).toEqual([expect.stringContaining("has to be written itself")]);
  expect([world.opened, sockets.length]).toEqual([0, 0]);
});

test("once stopped it dials no more", async () => {
  const { port, sockets } = await listen();
  const { made, world } = dialer("127.0.0.1", port);
  made.stop();
  made.sweep();
  await made.close();
  expect([world.opened, sockets.length]).toEqual([0, 0]);
});
