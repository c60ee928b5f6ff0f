import { createHash } from "node:crypto";
import { signWebhook } from "@dianan/open-api";
import type { Outbound, OutboundOutcome } from "../ports/outbound.ts";

/** What both sides of a connection can make of its token: the secret that signs pushes (签名密钥), renewed with the token. */
export const signingSecretOf = (token: string): string =>
  `whsec_${createHash("sha256").update(`dianan push ${token}`).digest("base64")}`;

/**
 * Calls a connected platform with the token that is good at that moment: what is under way while tokens are renewed is never sent with
 * one that has ended. Pushes are signed besides (SEC-PII-05).
 *
 * @param token - null: it is not connected
 */
export const partyOutbound = (
  outbound: Outbound,
  token: () => Promise<string | null>,
  clock: () => number,
): Outbound => {
  const call = async (
    send: (authorization: string, token: string) => Promise<OutboundOutcome>,
  ): Promise<OutboundOutcome> => {
    const now = await token();
    return now === null ? { ok: false, error: "noConnection", ms: 0 } : send(`Bearer ${now}`, now);
  };
  return {
    check: outbound.check,
    get: (request) =>
      call((authorization) => outbound.get({ ...request, headers: { ...request.headers, authorization } })),
    post: (request) =>
      call(async (authorization, now) => {
        const { body, headers } = request;
        const id = headers["webhook-id"];
        const signature =
          id === undefined ? {} : await signWebhook({ id, timestamp: clock(), body, secret: signingSecretOf(now) });
        return outbound.post({ ...request, headers: { ...headers, authorization, ...signature } });
      }),
  };
};
