import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** What a signed request says of its signature (RFC 9421), before anything was checked. */
export type SignatureClaim = {
  readonly keyId: string;
  /** Milliseconds UTC. */ readonly createdAt: number;
  readonly nonce: string;
  /** Whether this secret made the signature. */ isSignedWith(secret: string): boolean;
};

/** SEC-API-03: all of these must be covered, in whatever order, and the digest of a body; nothing else is taken. */
const BARE = ["@method", "@path", "@query"] as const;
const DIGESTED = [...BARE, "content-digest"] as const;
const INPUT = /^sig1=(\(((?:"[a-z@-]+"(?: |(?=\))))+)\)((?:;[a-z]+=(?:"[\x20\x21\x23-\x5b\x5d-\x7e]*"|[0-9]+))+))$/;
const SIGNATURE = /^sig1=:([A-Za-z0-9+/]{43}=):$/;
const NONCE_MIN = 8;
const NONCE_MAX = 128;

/** `Content-Digest` of a body (RFC 9530). */
export const contentDigest = (body: Uint8Array): string =>
  `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;

/**
 * The claim of a signed request, or null when its headers are not those of RFC 9421 with `hmac-sha256` over method, path, query
 * and, where there is one, content digest. The body must still be compared with its digest, see {@link contentDigest}; without a digest
 * there is to be none.
 */
export const readSignature = (request: Request, url: URL): SignatureClaim | null => {
  const input = INPUT.exec(request.headers.get("signature-input") ?? "");
  const signature = SIGNATURE.exec(request.headers.get("signature") ?? "");
  const digest = request.headers.get("content-digest");
  if (!input || !signature) return null;
  const [, params = "", list = "", rest = ""] = input;
  const covered = [...list.matchAll(/"([a-z@-]+)"/g)].map(([, name = ""]) => name);
  const needed = digest === null ? BARE : DIGESTED;
  if (covered.length !== needed.length || needed.some((name) => !covered.includes(name))) return null;
  const values = new Map(
    [...rest.matchAll(/;([a-z]+)=(?:"([^"]*)"|([0-9]+))/g)].map(([, k = "", s, n]) => [k, s ?? n ?? ""]),
  );
  const keyId = values.get("keyid") ?? "";
  const nonce = values.get("nonce") ?? "";
  const created = values.get("created") ?? "";
  if ((values.get("alg") ?? "hmac-sha256") !== "hmac-sha256" || keyId === "" || !/^[0-9]{1,12}$/.test(created))
    return null;
  if (nonce.length < NONCE_MIN || nonce.length > NONCE_MAX) return null;
  const value: { readonly [name: string]: string } = {
    "@method": request.method,
    "@path": url.pathname,
    "@query": url.search === "" ? "?" : url.search,
    "content-digest": digest ?? "",
  };
  const base = [...covered.map((name) => `"${name}": ${value[name]}`), `"@signature-params": ${params}`].join("\n");
  const given = Buffer.from(signature[1] ?? "", "base64");
  return {
    keyId,
    createdAt: Number(created) * 1000,
    nonce,
    isSignedWith: (secret) => timingSafeEqual(createHmac("sha256", secret).update(base).digest(), given),
  };
};
