import { connect, type LookupFunction } from "node:net";
import type { DialOutcome } from "../ports/outbound.ts";

/**
 * Dials what was checked.
 *
 * @param lookup - answers with the addresses that were checked, whatever is asked
 */
export const dial = (
  { port, lookup }: { readonly port: number; readonly lookup: LookupFunction },
  host: string,
  deadlineMs: number,
  stop?: AbortSignal,
): Promise<DialOutcome> =>
  new Promise((resolve) => {
    if (stop?.aborted === true) return resolve({ ok: false, error: "stopped" });
    const socket = connect({ host, port, lookup, noDelay: true });
    const fail = (error: "noConnection" | "timeout" | "stopped") => (): void => {
      settle();
      socket.on("error", () => {});
      socket.destroy();
      resolve({ ok: false, error });
    };
    const timeout = setTimeout(fail("timeout"), deadlineMs);
    const onStop = fail("stopped");
    const onError = fail("noConnection");
    const settle = (): void => {
      clearTimeout(timeout);
      stop?.removeEventListener("abort", onStop);
      socket.off("error", onError);
    };
    stop?.addEventListener("abort", onStop, { once: true });
    socket.once("error", onError);
    socket.once("connect", () => {
      settle();
      resolve({ ok: true, value: socket });
    });
  });
