import { fromBase64, toBase64, utf8 } from "./base64.ts";
import { headerOf, type IncomingHeaders } from "./incoming-headers.ts";
import type { Result } from "./result.ts";

/** How far a signed request's time may be from now, either way, the limit included (SEC-API-03). Milliseconds. */
export const SIGNATURE_TOLERANCE_MS = 300_000;

const ALGORITHM = "hmac-sha256";
const bare = ["@method", "@path", "@query"] as const;
const digested = [...bare, "content-digest"] as const;

/** A request to sign: what travels, as it travels. */
export type SignedParts = {
  readonly method: string;
  /** A whole address, or path and query as a server gets them; the host is not signed, a proxy may change it. */ readonly url: string;
  /** The very bytes that are sent; null or empty for none. */ readonly body: Uint8Array | string | null;
};

/** Headers that a signature adds. */
export type SignatureHeaders = {
  readonly "signature-input": string;
  readonly signature: string;
  readonly "content-digest"?: string;
};

/** Why a signed request was refused. Codes are public. */
export type SignatureRefusal = {
  readonly code:
    | "missing-header"
    | "bad-header"
    | "not-covered"
    | "too-old"
    | "too-new"
    | "wrong-digest"
    | "wrong-signature";
  /** The header that is at fault, in lower case. */ readonly header: keyof SignatureHeaders;
};

/** What a signature says of itself, before it is believed. */
export type ReadSignature = {
  /** Whose secret to look up. */ readonly keyId: string;
  /** Milliseconds since 1970 UTC, whole seconds. */ readonly createdAt: number;
  /** Works once: remember it for twice the tolerance. */ readonly nonce: string;
  /** Text whose HMAC-SHA256 the signature is. */ readonly base: string;
  /** The signature's bytes. */ readonly mac: Uint8Array<ArrayBuffer>;
  /** What the request says of its body; null for none. To be compared with {@link contentDigest}. */ readonly digest:
    | string
    | null;
};

/** The Content-Digest of a body (RFC 9530): `sha-256=:…:`. */
export const contentDigest = async (body: Uint8Array | string): Promise<string> =>
  `sha-256=:${toBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(body))))}:`;

/** The text that is signed (RFC 9421 §2.5): a line for each component, the parameters last. */
export const signatureBase = (components: readonly (readonly [string, string])[], parameters: string): string =>
  [...components.map(([name, value]) => `"${name}": ${value}`), `"@signature-params": ${parameters}`].join("\n");

/** Path and query of a whole address as it will be sent; of an address as a server got it, without a host, as it came. */
const targetOf = (url: string): { readonly pathname: string; readonly search: string } => {
  if (!url.startsWith("/")) return new URL(url);
  const at = url.indexOf("?");
  return at === -1 ? { pathname: url, search: "" } : { pathname: url.slice(0, at), search: url.slice(at) };
};

const valuesOf = ({ method, url }: SignedParts, digest: string | null): Readonly<Record<string, string>> => {
  const { pathname, search } = targetOf(url);
  return {
    "@method": method.toUpperCase(),
    "@path": pathname,
    "@query": search === "" ? "?" : search,
    ...(digest === null ? {} : { "content-digest": digest }),
  };
};

const isEmpty = (body: SignedParts["body"]): body is null => body === null || body.length === 0;

const importKey = (secret: string | Uint8Array): Promise<CryptoKeyOf> =>
  crypto.subtle.importKey("raw", utf8(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
/** WebCrypto's CryptoKey, by a name that needs neither DOM nor Node types. */
type CryptoKeyOf = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const keyIdShape = /^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/;
const nonceShape = /^[A-Za-z0-9_-]{16,64}$/;

/**
 * Signs a request (签名请求): HTTP Message Signatures, RFC 9421, with HMAC-SHA256 over method, path, query, body digest, time and
 * nonce (SEC-API-03). The key is the UTF-8 of the secret.
 *
 * @param createdAt - milliseconds since 1970 UTC; sent as whole seconds
 * @param nonce - 16 to 64 letters, digits, `-` and `_`; new for each request
 * @throws RangeError for a key id, nonce or time that cannot be sent
 */
export const signRequest = async (
  parts: SignedParts,
  by: {
    readonly keyId: string;
    readonly secret: string | Uint8Array;
    readonly createdAt: number;
    readonly nonce: string;
  },
): Promise<SignatureHeaders> => {
  if (!keyIdShape.test(by.keyId)) throw new RangeError("keyId: 1 to 128 visible ASCII characters without quotes");
  if (!nonceShape.test(by.nonce)) throw new RangeError("nonce: 16 to 64 letters, digits, - and _");
  const seconds = Math.floor(by.createdAt / 1000);
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new RangeError("createdAt: no milliseconds since 1970");
  const digest = isEmpty(parts.body) ? null : await contentDigest(parts.body);
  const names = digest === null ? bare : digested;
  const list = names.map((name) => `"${name}"`).join(" ");
  const parameters = `(${list});created=${seconds};nonce="${by.nonce}";keyid="${by.keyId}";alg="${ALGORITHM}"`;
  const values = valuesOf(parts, digest);
  const base = signatureBase(
    names.map((name) => [name, values[name] ?? ""]),
    parameters,
  );
  const mac = await crypto.subtle.sign("HMAC", await importKey(by.secret), utf8(base));
  return {
    "signature-input": `sig1=${parameters}`,
    signature: `sig1=:${toBase64(new Uint8Array(mac))}:`,
    ...(digest === null ? {} : { "content-digest": digest }),
  };
};

const inputShape =
  /^([a-z][a-z0-9_.*-]{0,31})=(\(((?:"[a-z@-]{1,64}"(?: (?="))?){0,16})\)((?:;[a-z]{1,16}=(?:"[\x20\x21\x23-\x5b\x5d-\x7e]{0,256}"|[0-9]{1,12})){0,8}))$/;
const signatureShape = /^([a-z][a-z0-9_.*-]{0,31})=:([A-Za-z0-9+/]{0,88}={0,2}):$/;

const refused = (
  code: SignatureRefusal["code"],
  header: SignatureRefusal["header"],
): { readonly ok: false; readonly error: SignatureRefusal } => ({ ok: false, error: { code, header } });

/**
 * Reads what a request's signature says, for a server that then looks the secret up. Believe none of it before its MAC was compared
 * in constant time, and its `digest` with the body: {@link verifyRequest} does both.
 *
 * @param now - milliseconds since 1970 UTC
 * @returns a refusal for anything that a sender can get wrong: one signature, these components, `hmac-sha256`, a time within tolerance
 */
export const readSignature = (
  parts: SignedParts & { readonly headers: IncomingHeaders },
  now: number,
): Result<ReadSignature, SignatureRefusal> => {
  const input = headerOf(parts.headers, "signature-input", ", ");
  if (input === null) return refused("missing-header", "signature-input");
  const signature = headerOf(parts.headers, "signature", ", ");
  if (signature === null) return refused("missing-header", "signature");
  const [, label, parameters = "", list = "", tail = ""] = inputShape.exec(input) ?? [];
  if (label === undefined) return refused("bad-header", "signature-input");
  const [, signedLabel, encoded = ""] = signatureShape.exec(signature) ?? [];
  const mac = fromBase64(encoded);
  if (signedLabel !== label || mac === null) return refused("bad-header", "signature");

  const given = [...tail.matchAll(/;([a-z]+)=("([^"]*)"|[0-9]+)/g)];
  const named = new Map(given.map(([, name, value, text]) => [name, text ?? value] as const));
  const [keyId = "", nonce = "", created = ""] = [named.get("keyid"), named.get("nonce"), named.get("created")];
  const isRight =
    named.size === given.length && keyIdShape.test(keyId) && nonceShape.test(nonce) && /^[0-9]{1,12}$/.test(created);
  if (!isRight || (named.get("alg") ?? ALGORITHM) !== ALGORITHM) return refused("bad-header", "signature-input");

  const digest = headerOf(parts.headers, "content-digest", ", ");
  if (!isEmpty(parts.body) && digest === null) return refused("missing-header", "content-digest");
  const covered = list.split(" ").map((name) => name.slice(1, -1));
  const needed = digest === null ? bare : digested;
  if (covered.length !== needed.length || needed.some((name) => !covered.includes(name)))
    return refused("not-covered", "signature-input");

  const createdAt = Number(created) * 1000;
  if (createdAt < now - SIGNATURE_TOLERANCE_MS) return refused("too-old", "signature-input");
  if (createdAt > now + SIGNATURE_TOLERANCE_MS) return refused("too-new", "signature-input");
  const values = valuesOf(parts, digest);
  const base = signatureBase(
    covered.map((name) => [name, values[name] ?? ""]),
    parameters,
  );
  return { ok: true, value: { keyId, createdAt, nonce, base, mac, digest } };
};

/**
 * Checks a signed request (验签) with the secrets of the key that it names; several during rotation. What remains for the server is to
 * refuse a nonce that it has seen.
 *
 * @param secretsOf - secrets of a key id; none for one that is not known
 */
export const verifyRequest = async (
  parts: SignedParts & { readonly headers: IncomingHeaders },
  secretsOf: (keyId: string) => Promise<readonly (string | Uint8Array)[]> | readonly (string | Uint8Array)[],
  now: number,
): Promise<Result<Pick<ReadSignature, "keyId" | "createdAt" | "nonce">, SignatureRefusal>> => {
  const read = readSignature(parts, now);
  if (!read.ok) return read;
  const { keyId, createdAt, nonce, base, mac, digest } = read.value;
  const checks = (await secretsOf(keyId)).map(async (secret) =>
    // WebCrypto compares in constant time; every secret is tried.
    crypto.subtle.verify("HMAC", await importKey(secret), mac, utf8(base)),
  );
  if (!(await Promise.all(checks)).includes(true)) return refused("wrong-signature", "signature");
  if (digest !== null && digest !== (await contentDigest(parts.body ?? "")))
    return refused("wrong-digest", "content-digest");
  return { ok: true, value: { keyId, createdAt, nonce } };
};
