import { offsetTime } from "../core/offset-time.ts";
import type { ProtocolDriver } from "../ports/protocol.ts";
import { JSON_PROTOCOL } from "../ports/uplink.ts";
import { refuse } from "./command-checks.ts";

/** A device that speaks JSON may have to switch something before it can say so. */
const ANSWER_MS = 30_000;
/** So that a command fits one datagram of a narrow-band network. Bytes. */
const PARAMETERS_MAX = 512;

/**
 * Commands for devices that speak JSON: any action, with whatever parameters it has. What a device cannot do it refuses itself. They are
 * told by their ids; what became of them is reported by the id, so that no bytes answer them.
 */
export const createJsonDevices = (utcOffsetMinutes: number): Pick<ProtocolDriver, "id" | "commands" | "trust"> => ({
  id: JSON_PROTOCOL,
  // It signs in with a key, or by a broker or gateway that is registered.
  trust: "T1",
  commands: {
    answerMs: ANSWER_MS,
    plan: ({ action, componentKey, parameters }) =>
      Buffer.byteLength(JSON.stringify(parameters)) > PARAMETERS_MAX
        ? refuse(
            "/parameters",
            `The parameters have at most ${PARAMETERS_MAX} bytes as JSON.`,
            `命令参数的 JSON 最长 ${PARAMETERS_MAX} 字节。`,
          )
        : { ok: true, value: { action, component: componentKey, parameters } },
    encode: ({ action, component, parameters }, { id, expiresAt, now }) =>
      Buffer.from(
        JSON.stringify({
          ...{ id, action, component, parameters },
          expiresAt: offsetTime(expiresAt ?? now, utcOffsetMinutes),
        }),
      ),
    answerOf: () => null,
  },
});
