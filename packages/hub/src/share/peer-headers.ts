import { createHash, randomUUID } from "node:crypto";
import { signRequest } from "@dianan/open-api";
import type { PeerKey } from "../ports/parties.ts";

/** Name of a token that signs: its SHA-256 in hex, which both sides can make. */
const keyIdOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Headers that say who calls: the token itself, or a signature of this one request (SEC-API-03). @param now - milliseconds UTC */
export const peerHeaders = async (
  { token, isSigning }: PeerKey,
  request: { readonly method: string; readonly url: string; readonly body: string | Uint8Array | null },
  now: number,
): Promise<{ readonly [name: string]: string }> => {
  if (!isSigning) return { authorization: `Bearer ${token}` };
  const { method, url, body } = request;
  const by = { keyId: keyIdOf(token), secret: token, createdAt: now, nonce: randomUUID() };
  return { ...(await signRequest({ method, url, body: body === "" ? null : body }, by)) };
};
