import { toBase64, utf8 } from "./base64.ts";
import { signRequest } from "./http-signature.ts";
import { problemOf } from "./problem.ts";
import { randomId } from "./random-id.ts";
import type { Send } from "./retry.ts";

/** How a machine proves who it is (SEC-API-02). */
export type Credentials =
  /** An API key (`da_…`), for first steps. */
  | { readonly kind: "key"; readonly key: string }
  /** OAuth2 client credentials: short tokens, fetched and renewed by the client. */
  | {
      readonly kind: "client";
      readonly id: string;
      readonly secret: string;
      /** Ask for no more than these; all of the client's when left out. */ readonly scopes?: readonly string[];
    }
  /** Every request signed with HMAC-SHA256 (SEC-API-03): nothing secret travels. */
  | { readonly kind: "signature"; readonly keyId: string; readonly secret: string };

/** Renewed so long before it ends, so that no request meets its end on the way. Milliseconds. */
const EARLY_MS = 30_000;

const isVisible = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/** @throws TypeError for what cannot stand in a header; the message does not repeat it */
export const checkCredentials = (credentials: Credentials): void => {
  if (credentials.kind === "key" && !isVisible(credentials.key))
    throw new TypeError("key: an API key is visible ASCII without spaces");
  if (credentials.kind === "client" && !(isVisible(credentials.id) && isVisible(credentials.secret)))
    throw new TypeError("client: id and secret are visible ASCII without spaces");
  if (credentials.kind === "signature" && !(isVisible(credentials.keyId) && credentials.secret.length >= 16))
    throw new TypeError("signature: keyId is visible ASCII without spaces, the secret has 16 characters or more");
};

const withHeaders = (request: Request, more: Readonly<Record<string, string>>): Request => {
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Request(request, { headers });
};

type Token = { readonly text: string; readonly renewAt: number };

/** Fetches a token when there is none that lasts; requests that come together share one. */
const tokenSource = (baseUrl: string, by: Extract<Credentials, { kind: "client" }>, send: Send, now: () => number) => {
  let token: Token | null = null;
  let asking: Promise<Token> | null = null;
  const ask = async (): Promise<Token> => {
    const form = new URLSearchParams({ grant_type: "client_credentials" });
    if (by.scopes !== undefined) form.set("scope", by.scopes.join(" "));
    const encoded = `${encodeURIComponent(by.id)}:${encodeURIComponent(by.secret)}`;
    const response = await send(
      new Request(`${baseUrl}/oauth2/token`, {
        method: "POST",
        headers: {
          authorization: `Basic ${toBase64(utf8(encoded))}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: form.toString(),
      }),
    );
    if (!response.ok) throw await problemOf(response);
    const { access_token: text, expires_in: seconds } = (await response.json()) as {
      readonly access_token: string;
      readonly expires_in: number;
    };
    const lifeMs = seconds * 1000;
    // A short life is used for its first half.
    return { text, renewAt: now() + Math.max(lifeMs / 2, lifeMs - EARLY_MS) };
  };
  return {
    get: async (): Promise<string> => {
      if (token !== null && token.renewAt > now()) return token.text;
      asking ??= ask().finally(() => {
        asking = null;
      });
      token = await asking;
      return token.text;
    },
    /** This token was refused: the next request asks for another one. */
    drop: (text: string): void => {
      if (token?.text === text) token = null;
    },
  };
};

/**
 * Puts credentials on each request, each time anew: a repeat has a new nonce. A token that is refused although it has not ended, for
 * example after its client's rights changed, is renewed once.
 */
export const withCredentials = (
  send: Send,
  baseUrl: string,
  credentials: Credentials,
  now: () => number = Date.now,
): Send => {
  if (credentials.kind === "key") {
    const authorization = `Bearer ${credentials.key}`;
    return (request) => send(withHeaders(request, { authorization }));
  }
  if (credentials.kind === "signature") {
    const { keyId, secret } = credentials;
    return async (request) => {
      const body = new Uint8Array(await request.clone().arrayBuffer());
      const parts = { method: request.method, url: request.url, body };
      const signed = await signRequest(parts, { keyId, secret, createdAt: now(), nonce: randomId() });
      return send(withHeaders(request, signed));
    };
  }
  const tokens = tokenSource(baseUrl, credentials, send, now);
  return async (request) => {
    const first = await tokens.get();
    const response = await send(withHeaders(request.clone(), { authorization: `Bearer ${first}` }));
    if (response.status !== 401) return response;
    await response.body?.cancel();
    tokens.drop(first);
    return send(withHeaders(request, { authorization: `Bearer ${await tokens.get()}` }));
  };
};
