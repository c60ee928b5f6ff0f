import { createECDH } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newVapidKeys } from "../src/notify/couriers/web-push-crypto.ts";
import { type Answer, openPeople, type People, type Person } from "./http-people.ts";
import { type MailServer, mailText, openMailServer } from "./mail-server.ts";
import { type NotifyHub, openNotifyHub, PHONE } from "./notify-fixture.ts";
import { json } from "./notify-provider.ts";

const OWN = "/api/v1/me/contact";
const CODES = `${OWN}/verifications`;
const keys = newVapidKeys();
let at: NotifyHub;
let mail: MailServer;
let people: People;
let officer: Person;
let guest: Person;
beforeAll(async () => {
  mail = await openMailServer();
  at = await openNotifyHub();
  people = await openPeople(() => at.hub);
  officer = await people.invited("dutyOfficer");
  guest = await people.invited("unitUser", { grant: { role: "unitUser", within: { units: ["unit-0001"] } } });
}, 120_000);
beforeEach(() => {
  at.provider.asked.length = 0;
  at.provider.answer = json({}, 201);
});
afterAll(async () => {
  await at?.end();
  await mail?.close();
});

const read = (who: Person = officer): Promise<Answer> => people.ask("GET", OWN, undefined, who.headers);
const change = (body: object, tag: string, who: Person = officer): Promise<Answer> =>
  people.ask("PATCH", OWN, body, { ...who.headers, ...(tag === "" ? {} : { "if-match": tag }) });
const tagOf = async (who: Person = officer): Promise<string> => (await read(who)).headers.get("etag") ?? "";
const contactOf = async (who: Person = officer) =>
  (await read(who)).body.contact as {
    id: string;
    phone: string;
    addressesSet: string[];
    mailVerifiedAt: string | null;
  };

/** What a browser gives: its subscription at a push service. */
const subscription = (path = "/push/1") => {
  const browser = createECDH("prime256v1");
  browser.generateKeys();
  const auth = Buffer.alloc(16, 7).toString("base64url");
  return { endpoint: `${at.provider.url}${path}`, p256dh: browser.getPublicKey("base64url"), auth };
};

test("EF-4.2, SEC-PII-03: somebody says where they are reached; it comes out masked, and what is not named stays", async () => {
  const none = await read();
  expect([none.body, none.headers.get("etag")]).toEqual([{ contact: null, pushKey: null }, '"0"']);
  expect((await people.ask("POST", CODES, { address: "mail" }, officer.headers)).status).toBe(422);
  const first = await change({ set: { phone: PHONE } }, "");
  expect(first.status).toBe(200);
  expect(first.body.contact).toMatchObject({ phone: "100****0001", mail: null, accountId: officer.id });
  expect((await change({ set: { mail: "chen@example.org" } }, "")).status).toBe(428);
  expect((await change({ set: { mail: "chen@example.org" } }, '"9"')).status).toBe(412);
  const both = await change({ set: { mail: "chen@example.org" } }, first.headers.get("etag") ?? "");
  expect(both.body.contact).toMatchObject({ phone: "100****0001", addressesSet: ["mail", "phone"] });
  expect(JSON.stringify(both.body)).not.toContain("chen@");
  const less = await change({ remove: ["phone"] }, await tagOf());
  expect(less.body.contact).toMatchObject({ phone: null, addressesSet: ["mail"] });
  const outcomes = await Promise.all(
    ["1", "2", "3"].map((n) => change({ set: { mail: `a${n}@example.org` } }, "", guest)),
  );
  expect(outcomes.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
});

test("EF-4.2: one's own address is verified by the code that came there, and by no other", async () => {
  await at.channel("mail", {
    options: { host: "127.0.0.1", port: mail.port, from: "hub@example.org", security: "none", user: "hub" },
    secrets: { password: "secret" },
  });
  const sent = await people.ask("POST", CODES, { address: "mail" }, officer.headers);
  expect(sent.body).toEqual({ outcome: "accepted", code: null });
  const found = /Code ([0-9]{6})|为 ([0-9]{6})/.exec(mailText(mail.taken.at(-1) as never));
  const code = found?.[1] ?? found?.[2] ?? "";
  const confirm = (body: object, who: Person = officer) => people.ask("POST", `${CODES}/confirm`, body, who.headers);
  expect((await confirm({ address: "mail", code: code === "000000" ? "000001" : "000000" })).status).toBe(422);
  expect((await confirm({ address: "mail", code }, guest)).status).toBe(422);
  expect((await people.ask("POST", CODES, { address: "phone" }, officer.headers)).status).toBe(422);
  expect((await confirm({ address: "mail", code })).status).toBe(200);
  expect((await contactOf()).mailVerifiedAt).not.toBe(null);
});

test("EF-4.2: a browser is enrolled with the public key of the channel, and an alarm is pushed to it, signed with that key", async () => {
  await at.channel("webPush", {
    options: { subject: "mailto:x@example.org" },
    secrets: { privateKey: keys.privateKey },
  });
  expect((await read()).body.pushKey).toBe(keys.publicKey);
  const made = await change({ set: { webPush: subscription() } }, await tagOf());
  expect(made.body.contact).toMatchObject({ addressesSet: ["mail", "webPush"], channels: ["app", "mail"] });
  const { id } = await contactOf();
  await at.policy({
    rules: [
      {
        ...{ name: "r", classes: ["alarm"], loops: 1 },
        steps: [{ afterSeconds: 0, channels: ["app"], recipients: ["account"], accountIds: [officer.id] }],
      },
    ],
    fallbackContactIds: [id],
  });
  await at.raise("pushed");
  const [asked] = await at.asked(1, ({ path }) => path === "/push/1");
  expect(asked?.headers.authorization).toContain(`k=${keys.publicKey}`);
  expect(asked?.headers["content-encoding"]).toBe("aes128gcm");
  // Whom the policy names as the last resort keeps a way to be reached.
  expect((await change({ remove: ["mail", "webPush"] }, await tagOf())).status).toBe(409);
  const off = await change({ remove: ["webPush"] }, await tagOf());
  expect(off.body.contact).toMatchObject({ addressesSet: ["mail"], channels: ["mail"] });
}, 60_000);

test("SEC-AZ-05: machines have no account to be reached; what is no address is refused with where", async () => {
  const key = await people.key(["notifications:read", "notifications:manage"]);
  expect((await people.ask("GET", OWN, undefined, key)).status).toBe(403);
  expect((await people.ask("PATCH", OWN, { remove: ["phone"] }, key)).status).toBe(403);
  expect((await people.ask("GET", OWN)).status).toBe(401);
  const bad: readonly (readonly [object, string])[] = [
    [{}, ""],
    [{ set: {} }, "/set"],
    [{ set: { phone: "no" } }, "/set/phone"],
    [{ set: { mail: "no" } }, "/set/mail"],
    [{ set: { webPush: { endpoint: "https://push.example.net/1" } } }, "/set/webPush"],
    [{ set: { webPush: { ...subscription(), endpoint: "file:///etc/passwd" } } }, "/set/webPush/endpoint"],
    [{ remove: ["name"] }, "/remove/0"],
    [{ remove: [] }, "/remove"],
    [{ set: { mail: "a@example.org" }, accountId: guest.id }, "/accountId"],
  ];
  const tag = await tagOf();
  for (const [body, path] of bad) {
    const refused = await change(body, tag);
    expect(refused.status, JSON.stringify(body)).toBe(422);
    expect((refused.body.errors as { path: string }[])[0]?.path.startsWith(path), JSON.stringify(refused.body)).toBe(
      true,
    );
  }
  const audit = await people.invited("auditAdministrator");
  const { body } = await people.ask("GET", "/api/v1/audit?act=notificationContact.changeOwn", undefined, audit.headers);
  expect((body.items as { reason: string }[]).map(({ reason }) => reason)).toContain("-webPush");
});
