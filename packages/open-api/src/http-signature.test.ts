import fc from "fast-check";
import { createSigner, createVerifier, httpbis } from "http-message-signatures";
import { expect, test } from "vitest";
import {
  contentDigest,
  readSignature,
  SIGNATURE_TOLERANCE_MS,
  type SignatureHeaders,
  signRequest,
  verifyRequest,
} from "./http-signature.ts";

const now = Date.parse("2026-01-02T03:04:05Z");
const secret = "an-example-secret-of-32-characters";
const by = { keyId: "client-01", secret, createdAt: now, nonce: "0123456789abcdef" };
const parts = { method: "POST", url: "https://hub.example/api/v1/units?limit=5", body: '{"items":[]}' };
const secretsOf = (keyId: string): readonly string[] => (keyId === "client-01" ? [secret] : []);

type Sent = typeof parts & { readonly headers: Record<string, string> };
const signed = async (more: Partial<typeof by> = {}): Promise<Sent> => ({
  ...parts,
  headers: { ...(await signRequest(parts, { ...by, ...more })) } as Record<string, string>,
});
const verify = (sent: Sent, at = now) => verifyRequest(sent, secretsOf, at);
const refusal = (code: string, header: keyof SignatureHeaders = "signature-input") => ({
  ok: false,
  error: { code, header },
});

const asOthersSee = ({ method, url, headers }: Sent) => ({ method, url, headers });

test("RFC 9421: another implementation accepts what we sign", async () => {
  const keyLookup = async () => ({
    algs: ["hmac-sha256" as const],
    verify: createVerifier(Buffer.from(secret), "hmac-sha256"),
  });
  const sent = await signed();
  expect(await httpbis.verifyMessage({ keyLookup }, asOthersSee(sent))).toBe(true);
  const other = { ...asOthersSee(sent), method: "PUT" };
  expect(await httpbis.verifyMessage({ keyLookup }, other)).toBe(false);
});

test("RFC 9421: we accept what another implementation signs, parameters in its order", async () => {
  const message = await httpbis.signMessage(
    {
      key: createSigner(Buffer.from(secret), "hmac-sha256", by.keyId),
      name: "sig1",
      fields: ["content-digest", "@query", "@path", "@method"],
      params: ["keyid", "alg", "created", "nonce"],
      paramValues: { created: new Date(now), nonce: by.nonce },
    },
    { method: parts.method, url: parts.url, headers: { "content-digest": await contentDigest(parts.body) } },
  );
  const headers = message.headers as Record<string, string>;
  expect(await verify({ ...parts, headers })).toMatchObject({ ok: true });
  expect(await verify({ ...parts, method: "PUT", headers })).toEqual(refusal("wrong-signature", "signature"));
});

test("RFC 9530 §B: the digest of its example comes out", async () => {
  expect(await contentDigest('{"hello": "world"}\n')).toBe("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
});

test("SEC-API-03: method, path, query, digest, time and nonce are signed, and the receiver accepts it", async () => {
  const sent = await signed();
  expect(sent.headers["signature-input"]).toBe(
    'sig1=("@method" "@path" "@query" "content-digest");created=1767323045;nonce="0123456789abcdef";keyid="client-01";alg="hmac-sha256"',
  );
  expect(await verify(sent)).toEqual({ ok: true, value: { keyId: "client-01", createdAt: now, nonce: by.nonce } });
});

test("a request without a body signs no digest, and headers may come as Headers", async () => {
  const bare = { method: "get", url: "/api/v1/units", body: null };
  const headers = await signRequest(bare, by);
  expect(Object.keys(headers)).toEqual(["signature-input", "signature"]);
  const sent = { method: "GET", url: "http://elsewhere/api/v1/units", body: "", headers: new Headers({ ...headers }) };
  expect(await verifyRequest(sent, secretsOf, now)).toMatchObject({ ok: true });
});

test("SEC-API-03: a change of any signed part is refused", async () => {
  const sent = await signed();
  const wrong = refusal("wrong-signature", "signature");
  expect(await verify({ ...sent, method: "PUT" })).toEqual(wrong);
  expect(await verify({ ...sent, url: "https://hub.example/api/v1/unit?limit=5" })).toEqual(wrong);
  expect(await verify({ ...sent, url: "https://hub.example/api/v1/units?limit=50" })).toEqual(wrong);
  expect(await verify({ ...sent, url: "https://hub.example/api/v1/units" })).toEqual(wrong);
  expect(await verify({ ...sent, body: '{"items":[1]}' })).toEqual(refusal("wrong-digest", "content-digest"));
  const forged = { ...sent.headers, "content-digest": await contentDigest('{"items":[1]}') };
  expect(await verify({ ...sent, body: '{"items":[1]}', headers: forged })).toEqual(wrong);
  for (const [from, to] of [
    ["created=1767323045", "created=1767323046"],
    [by.nonce, "0123456789abcdeg"],
  ] as const) {
    const input = sent.headers["signature-input"]?.replace(from, to) ?? "";
    expect(await verify({ ...sent, headers: { ...sent.headers, "signature-input": input } })).toEqual(wrong);
  }
});

test("SEC-API-03: any bit of the signature counts", async () => {
  const sent = await signed();
  const mac = Buffer.from(sent.headers.signature?.slice(6, -1) ?? "", "base64");
  expect(mac).toHaveLength(32);
  for (let bit = 0; bit < 256; bit += 1) {
    const changed = Buffer.from(mac);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const headers = { ...sent.headers, signature: `sig1=:${changed.toString("base64")}:` };
    expect(await verify({ ...sent, headers })).toEqual(refusal("wrong-signature", "signature"));
  }
});

test("another key, another secret, an unknown key: all the same refusal; one of two secrets is enough", async () => {
  const wrong = refusal("wrong-signature", "signature");
  expect(await verify(await signed({ secret: `${secret}x` }))).toEqual(wrong);
  expect(await verify(await signed({ keyId: "client-02" }))).toEqual(wrong);
  const sent = await signed();
  expect(await verifyRequest(sent, () => [], now)).toEqual(wrong);
  expect(await verifyRequest(sent, async () => ["older-secret-0000", secret], now)).toMatchObject({ ok: true });
});

test("five minutes either way are accepted, a second more is not", async () => {
  const sent = await signed();
  expect(SIGNATURE_TOLERANCE_MS).toBe(300_000);
  expect(await verify(sent, now + SIGNATURE_TOLERANCE_MS)).toMatchObject({ ok: true });
  expect(await verify(sent, now - SIGNATURE_TOLERANCE_MS)).toMatchObject({ ok: true });
  expect(await verify(sent, now + SIGNATURE_TOLERANCE_MS + 1)).toEqual(refusal("too-old"));
  expect(await verify(sent, now - SIGNATURE_TOLERANCE_MS - 1)).toEqual(refusal("too-new"));
});

test.each(["signature-input", "signature", "content-digest"] as const)("without %s it is refused", async (name) => {
  const { [name]: _left, ...headers } = (await signed()).headers;
  expect(await verify({ ...(await signed()), headers })).toEqual(refusal("missing-header", name));
});

const components = '("@method" "@path" "@query" "content-digest")';
const rest = ';created=1767323045;nonce="0123456789abcdef";keyid="client-01"';
test.each([
  ["bad-header", ""],
  ["bad-header", "sig1=()"],
  ["bad-header", `${components}${rest}`],
  ["bad-header", `sig2=${components}${rest}`],
  ["bad-header", `sig1=${components}`],
  ["bad-header", `sig1=${components}${rest};alg="rsa-v1_5-sha256"`],
  ["bad-header", `sig1=${components}${rest};alg="none"`],
  ["bad-header", `sig1=${components}${rest};created=1`],
  ["bad-header", `sig1=${components};created=1767323045;keyid="client-01"`],
  ["bad-header", `sig1=${components};created="1767323045";nonce="short";keyid="client-01"`],
  ["bad-header", `sig1=${components};created=-1;nonce="0123456789abcdef";keyid="client-01"`],
  ["bad-header", `sig1=${components}${rest}, sig2=${components}${rest}`],
  ["bad-header", `sig1=("@method";sf "@path")${rest}`],
  ["not-covered", `sig1=("@method" "@path" "content-digest")${rest}`],
  ["not-covered", `sig1=("@method" "@path" "@query")${rest}`],
  ["not-covered", `sig1=("@method" "@method" "@path" "@query")${rest}`],
  ["not-covered", `sig1=("@method" "@path" "@query" "content-digest" "@authority")${rest}`],
])("a signature input that says less or other than it must is refused: %s %s", async (code, input) => {
  const sent = await signed();
  const answer = await verify({ ...sent, headers: { ...sent.headers, "signature-input": input } });
  expect(answer).toMatchObject({ ok: false, error: { code } });
});

test.each([
  "",
  "sig1",
  "sig1=",
  "sig1=::extra",
  "sig1=:%%%%:",
  "sig1=:AAA:",
  "sig2=:AAAA:",
  "sig1=:AAAA:, sig1=:AAAA:",
])("a signature that is none is refused: %j", async (signature) => {
  const sent = await signed();
  const answer = await verify({ ...sent, headers: { ...sent.headers, signature } });
  expect(answer).toEqual(refusal("bad-header", "signature"));
});

test("a server that keeps its secrets elsewhere reads the text to be signed and the MAC", async () => {
  const read = readSignature(await signed(), now);
  if (!read.ok) throw new Error("refused");
  expect(read.value.base.split("\n")).toHaveLength(5);
  expect(read.value.base).toContain('"@query": ?limit=5');
  expect([read.value.mac.length, read.value.digest]).toEqual([32, await contentDigest(parts.body)]);
});

test("whatever request is signed is accepted as it is", async () => {
  const path = fc.webPath().filter((text) => text.startsWith("/"));
  const property = fc.asyncProperty(
    fc.constantFrom("GET", "POST", "PUT", "DELETE"),
    path,
    fc.webQueryParameters(),
    fc.uint8Array(),
    async (method, pathname, query, body) => {
      const request = { method, url: `https://hub.example${pathname}?${query}`, body };
      const headers = { ...(await signRequest(request, by)) };
      expect(await verifyRequest({ ...request, headers }, secretsOf, now)).toMatchObject({ ok: true });
      // A server gets no host.
      const { pathname: path, search } = new URL(new Request(request.url).url);
      const got = { ...request, url: path + search, headers };
      expect(await verifyRequest(got, secretsOf, now)).toMatchObject({ ok: true });
    },
  );
  await fc.assert(property);
});

test("no headers whatever make it throw", async () => {
  const names = fc.constantFrom("signature", "signature-input", "content-digest", "Signature", "__proto__");
  const property = fc.asyncProperty(fc.dictionary(names, fc.string({ unit: "binary" })), async (headers) => {
    expect(await verifyRequest({ ...parts, headers }, secretsOf, now)).toMatchObject({ ok: false });
  });
  await fc.assert(property);
});

test.each([
  { keyId: "" },
  { keyId: 'a"b' },
  { keyId: "a b" },
  { keyId: "密钥" },
  { nonce: "short" },
  { nonce: "x".repeat(65) },
  { nonce: 'abcdefghijklmno"' },
  { createdAt: Number.NaN },
  { createdAt: -1 },
])("what cannot be sent is our own mistake: %j", async (more) => {
  await expect(signRequest(parts, { ...by, ...more })).rejects.toThrow(RangeError);
});
