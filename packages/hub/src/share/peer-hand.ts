import type { Result } from "@dianan/sharing";
import type { PeerCredentials, PeerHand } from "../ports/connections.ts";
import type { Outbound } from "../ports/outbound.ts";
import type { PeerKey } from "../ports/parties.ts";
import { peerHeaders } from "./peer-headers.ts";

/** The other side reads our versions before it answers, for up to 10 s. */
const DEADLINE_MS = 15_000;
const ANSWER_MAX = 16 * 1024;

const credentialsIn = (bytes: Uint8Array): PeerCredentials | null => {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (typeof body !== "object" || body === null) return null;
  const { token, keyId, platformCode, name } = body as { readonly [member: string]: unknown };
  if (typeof token !== "string" || !/^[A-Za-z0-9._~+/-]{8,512}=*$/.test(token)) return null;
  if (typeof platformCode !== "string" || !/^[\x21-\x7e]{1,64}$/.test(platformCode)) return null;
  const isSigning = typeof keyId === "string";
  return {
    token,
    isSigning,
    platformCode,
    name: typeof name === "string" && name !== "" ? name.slice(0, 100) : platformCode,
  };
};

/**
 * Our side of a handshake over HTTP.
 *
 * @param stop - hangs up at once, because the hub closes
 */
export const createPeerHand = (outbound: Pick<Outbound, "post">, clock: () => number, stop: AbortSignal): PeerHand => {
  const headersOf = async (key: PeerKey, request: Parameters<typeof peerHeaders>[1]) => ({
    ...{ ...(await peerHeaders(key, request, clock())), accept: "application/json" },
    "content-type": "application/json; charset=utf-8",
  });
  return {
    shake: async (
      method,
      url,
      key,
      given,
    ): Promise<Result<PeerCredentials, "address-forbidden" | "peer-unreachable" | "peer-refused">> => {
      const body = JSON.stringify(given);
      const headers = await headersOf(key, { method, url, body });
      const answer = await outbound.post({
        ...{ method, url, headers, body, stop },
        ...{ deadlineMs: DEADLINE_MS, answerBytes: ANSWER_MAX },
      });
      if (!answer.ok)
        return { ok: false, error: answer.error === "addressForbidden" ? "address-forbidden" : "peer-unreachable" };
      const { status } = answer.value;
      // 429 and what fails there passes; a refusal stays.
      if (status === 429 || status >= 500) return { ok: false, error: "peer-unreachable" };
      const found = status === 200 ? credentialsIn(answer.value.body) : null;
      return found === null ? { ok: false, error: "peer-refused" } : { ok: true, value: found };
    },
    leave: async (url, key) => {
      const headers = await headersOf(key, { method: "DELETE", url, body: null });
      await outbound.post({
        method: "DELETE",
        url,
        headers,
        body: "",
        stop,
        deadlineMs: DEADLINE_MS,
      });
    },
  };
};
