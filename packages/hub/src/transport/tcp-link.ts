import type { Socket } from "node:net";
import type { HubLimits } from "../config.ts";
import type { AcceptLink, DeviceLink, LinkReader } from "../ports/device-link.ts";
import type { Figures } from "../ports/figures.ts";

/** What door and links have in common. */
export type LinkSurroundings = {
  readonly limits: HubLimits;
  readonly figures: Figures;
  readonly accept: AcceptLink;
  /** Milliseconds that only grow. */ readonly now: () => number;
  readonly log: (line: string) => void;
};

export type TcpLink = {
  /** Writes what is queued, in one write. */ flush(): void;
  /** Closes the link when it broke a limit of time. */ sweep(at: number): void;
  /** Reads no more. */ stop(): void;
  /** Ends it politely, or by force after `withinMs`. */ close(withinMs: number): Promise<void>;
};

type LinkOptions = LinkSurroundings & { readonly flushLater: (link: TcpLink) => void };

/** A peer that has closed its half gets this long for the answers that are on their way. */
const HALF_OPEN_MS = 5_000;

/** One device connection. Its limits hold before anything is trusted (SEC-DEV-08); nothing it receives makes it throw. */
export const openTcpLink = (socket: Socket, options: LinkOptions): TcpLink => {
  const { limits, figures, now, log } = options;
  const openedAt = now();
  let isTrusted = false;
  let unfinishedSince: number | null = null;
  let endedAt: number | null = null;
  let isStopped = false;
  let isEnding = false;
  let queue: Uint8Array[] = [];
  let queued = 0;

  const drop = (reason: string): void => {
    figures.add(`links${reason}Total`);
    socket.destroy();
  };

  const device: DeviceLink = {
    remote: `${socket.remoteAddress}:${socket.remotePort}`,
    send: (bytes) => {
      if (socket.destroyed || !socket.writable) return;
      queued += bytes.length;
      if (queued + socket.writableLength > limits.sendQueueBytes) {
        drop("SendQueueFull");
        return;
      }
      if (queue.length > 0) queue.push(bytes);
      else {
        queue = [bytes];
        options.flushLater(link);
      }
    },
    isOpen: () => endedAt === null && !isStopped && !socket.destroyed && socket.writable,
    pause: () => socket.pause(),
    resume: () => {
      if (!isStopped) socket.resume();
    },
    end: () => {
      if (isEnding) return;
      isEnding = true;
      endedAt ??= now();
      options.flushLater(link);
    },
  };
  const reader: LinkReader = options.accept(device);

  const link: TcpLink = {
    flush: () => {
      const bytes = queue.length === 1 ? queue[0] : Buffer.concat(queue);
      queue = [];
      queued = 0;
      if (bytes && bytes.length > 0 && socket.writable) socket.write(bytes);
      if (endedAt !== null && !reader.isBusy()) socket.end();
    },
    sweep: (at) => {
      if (!isTrusted && at - openedAt > limits.silentConnectionMs) drop("WithoutFrame");
      else if (unfinishedSince !== null && at - unfinishedSince > limits.frameCompletionMs) drop("FrameUnfinished");
      else if (endedAt !== null && at - endedAt > HALF_OPEN_MS) {
        if (isEnding) socket.destroy();
        else socket.end();
      }
      reader.sweep?.(at);
    },
    stop: () => {
      isStopped = true;
      socket.pause();
    },
    close: (withinMs) =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve();
        const deadline = setTimeout(() => socket.destroy(), withinMs);
        socket.once("close", () => {
          clearTimeout(deadline);
          resolve();
        });
        // A paused socket never sees the peer's end, so it is not waited for.
        socket.end(() => socket.destroy());
      }),
  };

  socket.on("data", (chunk: Uint8Array) => {
    if (isStopped) return;
    try {
      const state = reader.read(chunk);
      if (state.valid > 0) isTrusted = true;
      // A frame that was finished in this chunk: the next one has its own time.
      if (!state.unfinished) unfinishedSince = null;
      else if (unfinishedSince === null || state.valid > 0) unfinishedSince = now();
    } catch (error) {
      log(`${device.remote}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      drop("Failed");
    }
  });
  socket.on("end", () => {
    endedAt = now();
    if (!reader.isBusy() && queue.length === 0) socket.end();
  });
  // A reset is how many modems say goodbye: `close` follows.
  socket.on("error", () => socket.destroy());
  socket.on("close", () => reader.closed());
  return link;
};
