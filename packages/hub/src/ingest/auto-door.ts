import type { Instant } from "@dianan/model";
import type { AcceptLink, LinkReader } from "../ports/device-link.ts";
import type { ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import type { RefusedFrames } from "./refused-frames.ts";

/** By which a door for devices of several protocols is asked for. */
export const AUTO = "auto";
/** The largest frame of any of them, and what may stand before it. */
const LOOKED_MAX = 4_096;
const NOTHING = new Uint8Array(0);
const WAITS = { unfinished: false, valid: 0 } as const;

/** One of the protocols of the door, and who takes its connections. */
export type AutoChoice = { readonly driver: ProtocolDriver; readonly accept: AcceptLink };

const noProtocol: JsonObject = {
  ...{ code: "no-protocol", offset: 0, path: "", clause: "EF-N.1" },
  message: {
    en: `The first ${LOOKED_MAX} bytes hold no good frame of a protocol of this door.`,
    zh: `前 ${LOOKED_MAX} 字节中没有本端口任一协议的有效报文。`,
  },
};

/**
 * The protocol of the first frame that is whole and good, wherever it stands. Start marks alone would not do: 0x68 begins the frames of
 * several protocols, and may stand in what comes before a frame.
 */
export const protocolOf = (choices: readonly AutoChoice[], bytes: Uint8Array, at: Instant): AutoChoice | null => {
  let found: { readonly choice: AutoChoice; readonly passedOver: number } | null = null;
  for (const choice of choices) {
    const { frames, skipped } = choice.driver.cut(NOTHING, bytes);
    if (!frames.some((frame) => choice.driver.open(frame, at).kind !== "broken")) continue;
    const passedOver = skipped.reduce((sum, run) => sum + run.bytes.length, 0);
    if (found === null || passedOver < found.passedOver) found = { choice, passedOver };
  }
  return found?.choice ?? null;
};

/** The door for devices of whichever protocol (自动识别协议): a connection keeps the protocol of its first good frame. */
export const createAutoDoor =
  (choices: readonly AutoChoice[], clock: () => Instant, refused: Pick<RefusedFrames, "broken">): AcceptLink =>
  (link): LinkReader => {
    let inner: LinkReader | null = null;
    let first: Uint8Array = NOTHING;
    let isOver = false;
    return {
      read: (chunk) => {
        if (inner !== null) return inner.read(chunk);
        if (isOver) return WAITS;
        first = first.length === 0 ? chunk : Buffer.concat([first, chunk]);
        const chosen = protocolOf(choices, first, clock());
        if (chosen !== null) {
          inner = chosen.accept(link);
          const all = first;
          first = NOTHING;
          return inner.read(all);
        }
        if (first.length > LOOKED_MAX) {
          refused.broken({ protocol: AUTO, remote: link.remote }, first.subarray(0, LOOKED_MAX), noProtocol);
          [first, isOver] = [NOTHING, true];
          link.end?.();
        }
        // The time in which a first good frame must come is the door's.
        return WAITS;
      },
      isBusy: () => inner?.isBusy() ?? false,
      closed: () => {
        isOver = true;
        inner?.closed();
      },
      sweep: (at) => inner?.sweep?.(at),
    };
  };
