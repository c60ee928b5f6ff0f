import { lookup } from "node:dns/promises";
import { BlockList, connect, isIP, type Socket } from "node:net";
import { backoffMs } from "../core/backoff.ts";
import { type LinkSurroundings, openTcpLink, type TcpLink } from "./tcp-link.ts";

export type TcpDialerOptions = LinkSurroundings & {
  /** Of whom it is in the log. */ readonly name: string;
  readonly host: string;
  readonly port: number;
  /** 0 to 1. */ readonly random: () => number;
};

/** A gateway that the hub calls (主动连接), again and again until it is there. */
export type TcpDialer = {
  /** Dials when it is time. Once a second. */ sweep(): void;
  /** Dials no more and reads no more. */ stop(): void;
  close(): Promise<void>;
};

const CONNECT_MS = 10_000;
const CLOSE_MS = 1_000;
/** A connection that ended before this failed. */
const GOOD_MS = 30_000;
const KEEP_ALIVE_MS = 60_000;

/** This machine and its own link: meant only where they are written as an address. */
const own = new BlockList();
own.addSubnet("127.0.0.0", 8);
own.addSubnet("169.254.0.0", 16);
own.addSubnet("0.0.0.0", 8);
own.addAddress("::1", "ipv6");
own.addAddress("::", "ipv6");
own.addSubnet("fe80::", 10, "ipv6");

/** @throws Error when a name leads to this machine or its link */
const addressOf = async (host: string): Promise<string> => {
  if (isIP(host) !== 0) return host;
  const { address, family } = await lookup(host);
  if (own.check(address, family === 6 ? "ipv6" : "ipv4"))
    throw new Error(
      `${host} → ${address}: 本机或链路本地地址须直接写出 an address of this machine or link has to be written itself`,
    );
  return address;
};

export const openTcpDialer = ({ name, host, port, random, ...surroundings }: TcpDialerOptions): TcpDialer => {
  const { now, log } = surroundings;
  // A line on which nothing is registered yet is silent for good reason.
  const limits = { ...surroundings.limits, silentConnectionMs: Number.POSITIVE_INFINITY };
  let socket: Socket | null = null;
  let link: TcpLink | null = null;
  let isStopped = false;
  let isLooking = false;
  let fails = 0;
  let dialledAt = 0;
  let connectedAt: number | null = null;
  let nextAt = Number.NEGATIVE_INFINITY;

  const failed = (why: string): void => {
    fails = connectedAt !== null && now() - connectedAt >= GOOD_MS ? 1 : fails + 1;
    nextAt = now() + backoffMs(fails, random());
    // The first of a row: a gateway that is away for a day is one line.
    if (fails === 1) log(`line ${name} (${host}:${port}): ${why} 连接断开,将重试 not connected, trying again`);
    [socket, link, connectedAt] = [null, null, null];
  };

  const dial = async (): Promise<void> => {
    isLooking = true;
    dialledAt = now();
    try {
      const address = await addressOf(host);
      if (!isStopped)
        open(connect({ host: address, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS }));
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
    } finally {
      isLooking = false;
    }
  };

  const open = (one: Socket): void => {
    socket = one;
    let why = "closed";
    one.on("error", (error) => {
      why = error.message;
      one.destroy();
    });
    one.once("close", () => failed(why));
    one.once("connect", () => {
      if (isStopped) return void one.destroy();
      connectedAt = now();
      if (fails > 0) log(`line ${name} (${host}:${port}): 已连接 connected`);
      link = openTcpLink(one, {
        ...surroundings,
        limits,
        flushLater: (dirty) => void setImmediate(() => dirty.flush()),
      });
    });
  };

  return {
    sweep: () => {
      const at = now();
      if (link !== null) link.sweep(at);
      else if (socket !== null && at - dialledAt > CONNECT_MS) socket.destroy();
      else if (socket === null && !isStopped && !isLooking && at >= nextAt) void dial();
    },
    stop: () => {
      isStopped = true;
      link?.stop();
    },
    close: async () => {
      isStopped = true;
      if (link !== null) await link.close(CLOSE_MS);
      else socket?.destroy();
    },
  };
};
