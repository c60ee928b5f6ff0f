import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import type { DeviceSocket } from "@dianan/device";
import type { DialOutcome, OutboundFault } from "../ports/outbound.ts";

/** The end of a connection that is still being dialled: what a device needs of a socket. */
export type Link = DeviceSocket & { /** Ends it at once, whatever is under way. */ drop(): void };

/**
 * Dials, and is the socket once it stands; `close` follows in any case.
 *
 * @param failed - why there is no connection
 */
export const createLink = (
  dial: (stop: AbortSignal) => Promise<DialOutcome>,
  failed: (fault: OutboundFault) => void,
): Link => {
  const events = new EventEmitter();
  const stop = new AbortController();
  let socket: Socket | null = null;
  let isClosed = false;
  const closed = (): void => {
    if (isClosed) return;
    isClosed = true;
    events.emit("close");
  };
  const drop = (): void => {
    stop.abort();
    if (socket !== null) socket.destroy();
    else queueMicrotask(closed);
  };
  const opened = (outcome: DialOutcome): void => {
    if (!outcome.ok) {
      if (outcome.error !== "stopped") failed(outcome.error);
      closed();
      return;
    }
    if (isClosed) {
      outcome.value.destroy();
      return;
    }
    socket = outcome.value;
    socket.on("data", (chunk) => events.emit("data", chunk));
    // `close` follows and says all there is to say.
    socket.on("error", () => {});
    socket.on("close", closed);
    events.emit("connect");
  };
  dial(stop.signal).then(opened, () => opened({ ok: false, error: "noConnection" }));
  return {
    get destroyed() {
      return isClosed || (socket?.destroyed ?? false);
    },
    write: (bytes: Uint8Array) => socket?.write(bytes),
    end: () => (socket === null ? drop() : socket.end()),
    destroy: drop,
    on: (event: string, listener: (...args: never[]) => void) => events.on(event, listener as never),
    once: (event: string, listener: () => void) => events.once(event, listener),
    drop,
  } as Link;
};
