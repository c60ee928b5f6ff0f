import { createHash } from "node:crypto";
import { signWebhook } from "@dianan/open-api";
import type { Outbound, OutboundOutcome } from "../ports/outbound.ts";
import type { PeerKey } from "../ports/parties.ts";
import { peerHeaders } from "./peer-headers.ts";

/** What both sides of a connection can make of its token: the secret that signs pushes (签名密钥), renewed with the token. */
export const signingSecretOf = (token: string): string =>
  `whsec_${createHash("sha256").update(`dianan push ${token}`).digest("base64")}`;

/**
 * Calls a connected platform with the token that is good at that moment: what is under way while tokens are renewed is never sent with
 * one that has ended. Where the token is sent, pushes are signed besides (SEC-PII-05); where it signs, that is the signature.
 *
 * @param key - null: it is not connected
 */
export const partyOutbound = (
  outbound: Outbound,
  key: () => Promise<PeerKey | null>,
  clock: () => number,
): Outbound => {
  const call = async (send: (key: PeerKey) => Promise<OutboundOutcome>): Promise<OutboundOutcome> => {
    const now = await key();
    return now === null ? { ok: false, error: "noConnection", ms: 0 } : send(now);
  };
  return {
    check: outbound.check,
    get: (request) =>
      call(async (now) => {
        const by = await peerHeaders(now, { method: "GET", url: request.url, body: null }, clock());
        return outbound.get({ ...request, headers: { ...request.headers, ...by } });
      }),
    post: (request) =>
      call(async (now) => {
        const { body, headers, url, method = "POST" } = request;
        const id = headers["webhook-id"];
        const isBare = id === undefined || now.isSigning;
        const secret = signingSecretOf(now.token);
        const signature = isBare ? {} : await signWebhook({ id, timestamp: clock(), body, secret });
        const by = await peerHeaders(now, { method, url, body }, clock());
        return outbound.post({ ...request, headers: { ...headers, ...by, ...signature } });
      }),
  };
};
