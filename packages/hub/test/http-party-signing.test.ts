import { contentDigest, createClient, signRequest } from "@dianan/open-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";
import { openPeer, type PeerPlatform } from "./peer-platform.ts";

const SLOW = 60_000;
let hub: TestHub;
let people: People;
let peer: PeerPlatform;
beforeAll(async () => {
  hub = await openTestHub({ outboundAllow: "127.0.0.1" });
  people = await openPeople(hub);
  peer = await openPeer();
}, SLOW);
afterAll(async () => {
  await hub?.end();
  await peer?.stop();
});

const bearer = (token: unknown) => ({ authorization: `Bearer ${String(token)}` });
const name = "示例第三方平台";
type Signer = { readonly id: string; readonly keyId: string; readonly secret: string; readonly code: string };
const given = (platformCode: string, isSigning = true) => ({
  ...{ token: peer.token, url: peer.url, platformCode, name, isSigning },
});
const registered = async (platformCode: string, scopes = ["records:read", "events:read"]): Promise<Signer> => {
  const draft = { name, platformCode, scopes };
  const invited = await people.ask("POST", "/api/v1/parties", draft, people.security.headers);
  const done = await people.ask("POST", "/api/v1/credentials", given(platformCode), bearer(invited.body.token));
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  const { keyId, token } = done.body as { keyId: string; token: string };
  return { id: String(invited.body.partyId), keyId, secret: token, code: platformCode };
};
let nonces = 0;
/** A signed request; `bent` changes it after it was signed. */
const signed = async (
  { keyId, secret }: Pick<Signer, "keyId" | "secret">,
  method = "GET",
  path = "/api/v1/units",
  body: unknown = null,
  more: { readonly createdAt?: number; readonly nonce?: string; readonly bent?: Record<string, string> } = {},
) => {
  nonces += 1;
  const text = body === null ? null : JSON.stringify(body);
  const { createdAt = Date.now(), nonce = `nonce-${String(nonces).padStart(16, "0")}`, bent = {} } = more;
  const url = `${hub.hub.httpUrl}${path}`;
  const headers = await signRequest({ method, url, body: text }, { keyId, secret, createdAt, nonce });
  const type = text === null ? {} : { "content-type": "application/json" };
  return people.ask(method, path, body ?? undefined, { ...headers, ...type, ...bent });
};

test("SEC-API-03: a platform that signs comes in by its signature; its token is refused when it is sent", async () => {
  const one = await registered("SIGNER1");
  expect(one.keyId).toMatch(/^[0-9a-f]{64}$/);
  expect((await signed(one)).status).toBe(200);
  expect((await people.ask("GET", "/api/v1/units", undefined, bearer(one.secret))).status).toBe(401);
  expect((await signed(one, "GET", "/api/v1/alarms")).status).toBe(403);
  const credentials = { kind: "signature", keyId: one.keyId, secret: one.secret } as const;
  const client = createClient({ baseUrl: hub.hub.httpUrl, credentials });
  expect((await client.GET("/api/v1/units")).data?.items).toEqual([]);
});

test("SEC-API-03: a wrong secret, a changed part, an old time and a nonce that was used are refused", async () => {
  const one = await registered("SIGNER2", ["records:read", "records:write"]);
  const two = await registered("SIGNER3");
  const codes = async (answer: ReturnType<typeof signed>) => {
    const { status, body } = await answer;
    return `${status} ${String(body.code)}`;
  };
  expect(await codes(signed({ ...one, secret: two.secret }))).toBe("401 bad-signature");
  expect(await codes(signed({ ...one, keyId: "0".repeat(64) }))).toBe("401 bad-signature");
  expect(await codes(signed({ ...one, keyId: one.id }))).toBe("401 bad-signature");
  for (const bent of [{ "content-digest": "sha-256=:AAAA:" }, { signature: `sig1=:${"A".repeat(43)}=:` }])
    expect(await codes(signed(one, "GET", "/api/v1/units", null, { bent }))).toBe("401 bad-signature");
  for (const off of [-301_000, 301_000])
    expect(await codes(signed(one, "GET", "/api/v1/units", null, { createdAt: Date.now() + off }))).toBe(
      "401 signature-expired",
    );
  const items = { items: [] };
  // A body that was not signed: with no digest, and with one that its sender did not sign.
  const bare = { keyId: one.keyId, secret: one.secret, createdAt: Date.now(), nonce: "nonce-of-a-bare-request" };
  const url = `${hub.hub.httpUrl}/api/v1/units`;
  const headers = { ...(await signRequest({ method: "POST", url, body: null }, bare)) };
  const type = { "content-type": "application/json" };
  expect(await codes(people.ask("POST", "/api/v1/units", items, { ...headers, ...type }))).toBe("401 bad-signature");
  const digest = await contentDigest(JSON.stringify(items));
  const added = { ...headers, ...type, "content-digest": digest };
  expect(await codes(people.ask("POST", "/api/v1/units", items, added))).toBe("401 bad-signature");
  const nonce = "the-same-nonce-again";
  expect((await signed(one, "GET", "/api/v1/units", null, { nonce })).status).toBe(200);
  expect(await codes(signed(one, "GET", "/api/v1/units", null, { nonce }))).toBe("401 nonce-reused");
  expect((await signed(two, "GET", "/api/v1/units", null, { nonce })).status).toBe(200);
});

test("SEC-API-04: a signer renews by its signature, to another key or to a token that is sent; both go on for a day", async () => {
  const one = await registered("SIGNER4");
  const renewed = await signed(one, "PUT", "/api/v1/credentials", given(one.code));
  expect(renewed.status, JSON.stringify(renewed.body)).toBe(200);
  const next = { keyId: String(renewed.body.keyId), secret: String(renewed.body.token) };
  expect(next.keyId).not.toBe(one.keyId);
  expect([(await signed(one)).status, (await signed(next)).status]).toEqual([200, 200]);
  const sent = await signed(next, "PUT", "/api/v1/credentials", given(one.code, false));
  expect(sent.body.keyId).toBe(null);
  expect((await people.ask("GET", "/api/v1/units", undefined, bearer(sent.body.token))).status).toBe(200);
  expect([(await signed(one)).status, (await signed(next)).status]).toEqual([401, 200]);
  expect((await signed(next, "POST", "/api/v1/credentials", given(one.code))).body.code).toBe("already-registered");
});

test("SEC-AZ-07: a signer that is suspended is refused, its stream ends, and it may leave when it is restored", {
  timeout: SLOW,
}, async () => {
  const one = await registered("SIGNER5");
  const url = `${hub.hub.httpUrl}/api/v1/events`;
  const by = { keyId: one.keyId, secret: one.secret, createdAt: Date.now(), nonce: "nonce-of-a-stream" };
  const headers = { ...(await signRequest({ method: "GET", url, body: null }, by)) };
  const stream = await fetch(url, { headers });
  expect(stream.status).toBe(200);
  let isOver = false;
  const reading = (async () => {
    for await (const _ of stream.body ?? []);
    isOver = true;
  })();
  const act = (word: "suspend" | "restore") =>
    people.ask(
      "POST",
      `/api/v1/parties/${one.id}/${word}`,
      { reason: "核查" },
      people.security.headers,
      `/api/v1/parties/{id}/${word}`,
    );
  await act("suspend");
  expect((await signed(one)).status).toBe(403);
  await until(
    () => isOver,
    (over) => over,
    20_000,
  );
  await reading;
  await act("restore");
  expect((await signed(one, "DELETE", "/api/v1/credentials")).status).toBe(204);
  expect((await signed(one)).status).toBe(401);
});
