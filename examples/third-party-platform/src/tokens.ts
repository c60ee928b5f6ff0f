import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** B: with which the hub calls us. C: with which we call the hub; none before the handshake. */
export type Tokens = { readonly b: string; readonly c?: string };

/** What was kept, or a new token B. */
export const readTokens = (file: string): Tokens =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Tokens) : { b: randomBytes(32).toString("base64url") };

/** Keeps them for this user only: whoever has them is us. */
export const keepTokens = (file: string, tokens: Tokens): void =>
  writeFileSync(file, JSON.stringify(tokens), { mode: 0o600 });
