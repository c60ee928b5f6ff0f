import { signRequest } from "@dianan/open-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, operator, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";
import { createAsk } from "./webhook-fixture.ts";
import { openReceiver, type Receiver } from "./webhook-receiver.ts";

const SLOW = 60_000;
const OTHER_KEY = Buffer.alloc(32, 9).toString("base64");

let hub: TestHub;
let people: People;
let receiver: Receiver;
let signer: { readonly keyId: string; readonly secret: string };
let webhookId: string;
const hooks = createAsk(
  () => hub,
  () => receiver,
);

const signed = async (by: typeof signer) => {
  const nonce = crypto.randomUUID();
  const url = `${hub.hub.httpUrl}/api/v1/units`;
  const headers = await signRequest({ method: "GET", url, body: null }, { ...by, createdAt: Date.now(), nonce });
  return people.ask("GET", "/api/v1/units", undefined, { ...headers });
};

beforeAll(async () => {
  receiver = await openReceiver();
  hub = await openTestHub({ outboundAllow: "127.0.0.1" });
  people = await openPeople(() => hub);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const draft = { name: "示例", kind: "signature", scopes: ["records:read"], expiresAt };
  const { body } = await people.ask("POST", "/api/v1/clients", draft, people.security.headers);
  const made = body as { client: { id: string }; secret: { secret: string } };
  signer = { keyId: made.client.id, secret: made.secret.secret };
  webhookId = (await hooks.subscribe()).webhook.id;
  await hooks.isState(webhookId, "active");
  expect((await signed(signer)).status).toBe(200);
  hub = await hub.restart({ masterKey: OTHER_KEY });
}, SLOW);
afterAll(async () => {
  await hub?.end();
  await receiver?.close();
});

test("SEC-KEY-02: a client whose secret another master key sealed is refused and told why; its new secret works", async () => {
  const refused = await signed(signer);
  expect([refused.status, refused.body.code]).toEqual([401, "bad-signature"]);
  expect(refused.body.detail).toMatch(/master key was replaced.*主密钥已更换/);
  const wrong = await signed({ ...signer, keyId: crypto.randomUUID() });
  expect([wrong.status, wrong.body.detail]).toEqual([401, "The signature does not fit this request. 签名与请求不符。"]);
  const { keyId } = signer;
  const path = `/api/v1/clients/${keyId}/secrets`;
  const made = await people.ask("POST", path, undefined, people.security.headers, "/api/v1/clients/{id}/secrets");
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect((await signed({ keyId, secret: String(made.body.secret) })).status).toBe(200);
  // The one that does not open is still there: whoever signs with it hears the same as before.
  expect((await signed(signer)).body.detail).toMatch(/主密钥已更换/);
});

test("SEC-KEY-02: whoever signs in with a code that cannot be checked is told what to do, not only that something failed", async () => {
  const password = "a long enough sentence";
  const step = await people.ask("POST", "/api/v1/session/password", { account: "admin-lin", password });
  const factor = { ticket: step.body.ticket, code: "123456" };
  const answer = await people.ask("POST", "/api/v1/session/totp", factor);
  expect([answer.status, answer.body.code], JSON.stringify(answer.body)).toEqual([500, "internal"]);
  expect(answer.body.detail).toMatch(/DIANAN_MASTER_KEY.*恢复原主密钥/);
});

test(
  "SEC-OUT-04: a webhook that cannot sign sends nothing, backs off, says once what to do, and goes on when its secret is rotated",
  async () => {
    await hooks.put("operators", operator);
    const failing = await hooks.isState(webhookId, "failing");
    expect(failing.disabledBecause).toBeNull();
    const [waiting] = await hooks.deliveries(webhookId);
    expect(waiting).toMatchObject({ state: "pending", lastStatus: null, lastError: "secretUnreadable" });
    // Without backing off there would be a line each second.
    await until(
      async () => (await hooks.deliveries(webhookId))[0]?.attempts,
      (attempts) => Number(attempts) >= 3,
    );
    const lines = hub.log.filter((line) => line.includes(webhookId));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/rotate the secret.*请恢复原主密钥或轮换该密钥/);
    expect(receiver.events()).toEqual([]);
    const { value, status } = await hooks.of(webhookId, "POST", "secrets");
    expect(status).toBe(201);
    receiver.secrets.push(String(value.secret));
    const [event] = await until(
      () => receiver.events(),
      (all) => all.length > 0,
    );
    expect([event?.subject, event?.signedBy]).toEqual([operator.id, [value.secret]]);
    await hooks.isState(webhookId, "active");
  },
  SLOW,
);
