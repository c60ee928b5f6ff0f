import { createHmac } from "node:crypto";

/** Seconds that a signed time may be off. */
export const TOLERANCE_S = 300;

/** Signature by Standard Webhooks over the body as sent. `secret`: `whsec_` and base64. */
export const signatureOf = (secret: string, id: string, timestamp: string, body: string): string =>
  `v1,${createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
    .update(`${id}.${timestamp}.${body}`)
    .digest("base64")}`;
