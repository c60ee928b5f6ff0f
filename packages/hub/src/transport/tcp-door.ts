import { createServer, type Socket } from "node:net";
import type { Crowd } from "./crowd.ts";
import { type LinkSurroundings, openTcpLink, type TcpLink } from "./tcp-link.ts";

export type TcpDoorOptions = LinkSurroundings & {
  readonly host: string;
  /** 0 takes any free port. */ readonly port: number;
  /** Who is connected, over all doors. */ readonly crowd: Crowd;
};

/** The door for devices (设备接入). */
export type TcpDoor = {
  readonly port: number;
  /** Closes links that broke a limit of time. Once a second. */ sweep(): void;
  /** Takes no more connections and reads no more; answers can still be sent. */ stop(): void;
  /** Sends what is queued and closes every link. */ close(): Promise<void>;
};

const BACKLOG = 4_096;
const KEEP_ALIVE_MS = 60_000;
/** What Node.js reads ahead of a link that waits for its turn; the rest stays in the system's buffers and with the device. Bytes. */
const READ_AHEAD = 16 * 1_024;
/** What is queued may take this long to leave when the door closes. */
const CLOSE_MS = 1_000;

/** Opens the door. Rejects with Node's error, such as `code: "EADDRINUSE"`. */
export const openTcpDoor = async ({
  host,
  port,
  crowd,
  limits,
  figures,
  accept,
  now,
  log,
}: TcpDoorOptions): Promise<TcpDoor> => {
  const links = new Set<TcpLink>();
  let dirty: TcpLink[] = [];
  let isStopped = false;

  const flush = (): void => {
    const all = dirty;
    dirty = [];
    for (const link of all) link.flush();
  };
  /** All answers of a turn, which are those of one commit, leave in one write per connection. */
  const flushLater = (link: TcpLink): void => {
    dirty.push(link);
    if (dirty.length === 1) setImmediate(flush);
  };

  const take = (socket: Socket): void => {
    const source = socket.remoteAddress ?? "?";
    const place = isStopped ? "connections" : crowd.enter(source);
    if (place !== "in") {
      figures.add(`${place}RefusedTotal`);
      socket.destroy();
      return;
    }
    figures.add("connectionsTotal");
    const link = openTcpLink(socket, { limits, figures, accept, now, log, flushLater });
    links.add(link);
    socket.once("close", () => {
      links.delete(link);
      crowd.leave(source);
    });
  };

  // A device may close its half once it has sent: its confirm still has to reach it.
  const server = createServer(
    {
      ...{ noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS, allowHalfOpen: true },
      highWaterMark: READ_AHEAD,
    },
    take,
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, backlog: BACKLOG }, () => {
      server.off("error", reject);
      resolve();
    });
  });
  // Out of descriptors, for example: the connections that are open go on.
  server.on("error", (error) => log(`device door: ${error.message}`));
  const address = server.address();

  const stop = (): void => {
    if (isStopped) return;
    isStopped = true;
    server.close();
    for (const link of links) link.stop();
  };

  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    sweep: () => {
      const at = now();
      for (const link of links) link.sweep(at);
    },
    stop,
    close: async () => {
      stop();
      flush();
      await Promise.all(Array.from(links, (link) => link.close(CLOSE_MS)));
    },
  };
};
