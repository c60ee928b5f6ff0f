// A real browser with an authenticator of its own makes and uses a passkey; what it sends is checked by the hub's engine.
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Instant } from "@dianan/model";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPasskeys } from "../src/access/passkeys.ts";
import { openAccess, tenant } from "./access-fixture.ts";

const CHROMIUM = process.env.DIANAN_CHROMIUM ?? "/usr/bin/chromium";
const hasBrowser = existsSync(CHROMIUM) || process.env.DIANAN_REQUIRE_BROWSER === "1";
if (!hasBrowser) console.warn(`\n!!! PASSKEYS ARE NOT TESTED: there is no ${CHROMIUM}. 没有浏览器,通行密钥未测试\n`);

const server = createServer(
  (_, response) => void response.setHeader("content-type", "text/html").end("<!doctype html>"),
);
let origin = "";
let browser: Browser | null = null;
beforeAll(async () => {
  if (!hasBrowser) return;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--headless", "--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
}, 30_000);
afterAll(async () => {
  await browser?.close();
  server.close();
});

/** Runs in the page: options in, answer out, as JSON. */
const make = (json: string) =>
  `navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(${json}) }).then((c) => c.toJSON())`;
const use = (json: string) =>
  `navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(${json}) }).then((c) => c.toJSON())`;

test.skipIf(!hasBrowser)(
  "SEC-USR-04: a passkey is made in a browser, signs in without a password, once per challenge",
  { timeout: 60_000 },
  async () => {
    const page = await (browser as Browser).newPage();
    await page.goto(origin);
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    await session.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const hub = await openAccess();
    const passkeys = createPasskeys(hub.deps, { domain: "localhost", origins: [origin] }, hub.signIn);
    const elsewhere = createPasskeys(hub.deps, { domain: "localhost", origins: ["http://localhost:1"] }, hub.signIn);
    const { caller } = await hub.first("lin");
    const account = (await hub.people.find(tenant, caller.actor.slice("account:".length))) as NonNullable<
      Awaited<ReturnType<typeof hub.people.find>>
    >;
    const now = hub.clock.now as Instant;

    const offer = await passkeys.offer(account, now);
    const made = await page.evaluate(make(JSON.stringify(offer.options)));
    expect(await elsewhere.add(account, offer.challenge, made, "laptop", hub.at())).toBeNull();
    expect(await passkeys.add({ ...account, id: "another" }, offer.challenge, made, "laptop", hub.at())).toBeNull();
    expect(await passkeys.add(account, offer.challenge, made, "laptop", hub.at())).toMatchObject({ name: "laptop" });
    expect(await passkeys.add(account, offer.challenge, made, "again", hub.at())).toBeNull();
    expect(await passkeys.list(tenant, account.id)).toHaveLength(1);

    const ask = await passkeys.ask(now);
    const used = (await page.evaluate(use(JSON.stringify(ask.options)))) as { response: { signature: string } };
    const forged = { ...used, response: { ...used.response, signature: "AAAA" } };
    const nobody = { ...used, id: "AAAA" };
    for (const wrong of [forged, nobody, {}, null, "x"])
      expect((await passkeys.signIn(ask.challenge, wrong, hub.at(), "a")).kind).toBe("wrong");
    expect((await passkeys.signIn((await passkeys.ask(now)).challenge, used, hub.at(), "a")).kind).toBe("wrong");
    expect((await passkeys.signIn("s1.1.AAAA", used, hub.at(), "a")).kind).toBe("wrong");
    const step = await passkeys.signIn(ask.challenge, used, hub.at(), "a");
    if (step.kind !== "open") throw new Error(step.kind);
    expect(await hub.sessions.find(step.session, now)).toMatchObject({ actor: caller.actor });
    expect((await passkeys.signIn(ask.challenge, used, hub.at(), "a")).kind).toBe("wrong");

    const again = await passkeys.ask(now);
    const shown = await page.evaluate(use(JSON.stringify(again.options)));
    expect(await passkeys.check({ ...account, id: "another" }, again.challenge, shown, hub.at())).toBe(false);
    expect(await passkeys.check(account, again.challenge, shown, hub.at())).toBe(true);

    const [kept] = await passkeys.list(tenant, account.id);
    expect(await passkeys.remove({ ...account, id: "another" }, kept?.id ?? "", hub.at())).toBe("absent");
    expect(await passkeys.remove(account, kept?.id ?? "", hub.at())).toBe("done");
    const gone = await passkeys.ask(now);
    const late = await page.evaluate(use(JSON.stringify(gone.options)));
    expect((await passkeys.signIn(gone.challenge, late, hub.at(), "a")).kind).toBe("wrong");
    await hub.close();
    hub.remove();
  },
);
