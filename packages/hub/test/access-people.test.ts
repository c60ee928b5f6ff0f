import { createHmac } from "node:crypto";
import type { Instant } from "@dianan/model";
import { afterEach, expect, test } from "vitest";
import { createKeyRing } from "../src/access/key-ring.ts";
import { totpCode } from "../src/access/totp.ts";
import { walkAudit } from "../src/core/audit-entry.ts";
import type { AuditQuery } from "../src/ports/access-store.ts";
import { DAY, MINUTE, openAccess, other, PASSWORD, tenant } from "./access-fixture.ts";

const everything: AuditQuery = {
  ...{ first: "oldest", from: null, to: null, actor: null, act: null, result: null, object: null, after: null },
  limit: 500,
};
let opened: Awaited<ReturnType<typeof openAccess>> | null = null;
const open = async (...args: Parameters<typeof openAccess>) => {
  opened = await openAccess(...args);
  return opened;
};
afterEach(async () => {
  await opened?.close();
  opened?.remove();
});
const acts = async (hub: Awaited<ReturnType<typeof openAccess>>) => (await hub.access.audit(tenant, everything)).items;

test("SEC-USR-01: nobody can sign in at first; the one-time code makes the first administrator, once, for an hour", async () => {
  const hub = await open();
  expect((await hub.signIn.password("admin", "admin", hub.at())).kind).toBe("wrong");
  const code = (await hub.people.firstCode(tenant, "systemAdministrator", hub.clock.now as Instant)) as string;
  expect((await hub.people.redeem("2222-2222", { name: "x", password: PASSWORD }, hub.at())).kind).toBe("wrong");
  expect((await hub.people.redeem(code, { password: PASSWORD }, hub.at())).kind).toBe("name-needed");
  expect(await hub.people.redeem(code, { name: "lin", password: "x9!zqp" }, hub.at())).toEqual({
    kind: "faults",
    faults: ["too-short"],
  });
  hub.clock.now += 60 * MINUTE - 1;
  const { caller } = await hub.enrol(code.toLowerCase().replaceAll("-", " "), "lin");
  expect(caller).toMatchObject({ role: "systemAdministrator", name: "lin", by: "session", tenant });
  expect((await hub.people.redeem(code, { name: "second", password: PASSWORD }, hub.at())).kind).toBe("wrong");
  expect(await hub.people.firstCode(tenant, "systemAdministrator", hub.clock.now as Instant)).toBeNull();
});

test("SEC-USR-01: after an hour the code does nothing", async () => {
  const hub = await open();
  const code = (await hub.people.firstCode(tenant, "systemAdministrator", hub.clock.now as Instant)) as string;
  hub.clock.now += 60 * MINUTE;
  expect((await hub.people.redeem(code, { name: "lin", password: PASSWORD }, hub.at())).kind).toBe("wrong");
});

test("SEC-USR-04: the password alone opens nothing; a code of the app does, and only once", async () => {
  const hub = await open();
  const { secret } = await hub.first("Lin");
  hub.clock.now += MINUTE;
  const step = await hub.signIn.password("  LIN ", PASSWORD, hub.at());
  if (step.kind !== "factor") throw new Error(step.kind);
  const code = totpCode(secret, hub.clock.now);
  const wrong = code === "000000" ? "000001" : "000000";
  expect((await hub.signIn.factor(step.challenge, { kind: "totp", code: wrong }, hub.at(), "a")).kind).toBe("wrong");
  expect((await hub.signIn.factor("dl_none", { kind: "totp", code }, hub.at(), "a")).kind).toBe("wrong");
  const both = await Promise.all(
    [1, 2].map(() => hub.signIn.factor(step.challenge, { kind: "totp", code }, hub.at(), "a")),
  );
  expect(both.map(({ kind }) => kind).sort()).toEqual(["open", "wrong"]);
  const again = await hub.signIn.password("lin", PASSWORD, hub.at());
  if (again.kind !== "factor") throw new Error(again.kind);
  expect((await hub.signIn.factor(again.challenge, { kind: "totp", code }, hub.at(), "a")).kind).toBe("wrong");
});

test("SEC-USR-04: a recovery code opens once; a challenge ends after five minutes", async () => {
  const hub = await open();
  const { recovery } = await hub.first();
  expect(new Set(recovery).size).toBe(10);
  const factor = { kind: "recovery", code: (recovery[3] as string).toLowerCase() } as const;
  const tries = [];
  for (let i = 0; i < 2; i += 1) {
    const step = await hub.signIn.password("lin.system", PASSWORD, hub.at());
    if (step.kind !== "factor") throw new Error(step.kind);
    tries.push((await hub.signIn.factor(step.challenge, factor, hub.at(), "a")).kind);
  }
  expect(tries).toEqual(["open", "wrong"]);
  const step = await hub.signIn.password("lin.system", PASSWORD, hub.at());
  if (step.kind !== "factor") throw new Error(step.kind);
  hub.clock.now += 5 * MINUTE;
  const late = { kind: "recovery", code: recovery[4] as string } as const;
  expect((await hub.signIn.factor(step.challenge, late, hub.at(), "a")).kind).toBe("wrong");
});

test("SEC-USR-05: five failures lock that person at that place; a stranger elsewhere locks nobody out", async () => {
  const hub = await open();
  await hub.first("lin");
  const stranger = () => hub.signIn.password("lin", "guess", hub.at("198.51.100.9"));
  for (let i = 0; i < 5; i += 1) expect((await stranger()).kind).toBe("wrong");
  expect(await stranger()).toEqual({ kind: "wait", ms: 15 * MINUTE });
  expect((await hub.signIn.password("lin", PASSWORD, hub.at("198.51.100.9"))).kind).toBe("wait");
  expect((await hub.signIn.password("lin", PASSWORD, hub.at("192.0.2.1"))).kind).toBe("factor");
  hub.clock.now += 15 * MINUTE;
  expect((await hub.signIn.password("lin", PASSWORD, hub.at("198.51.100.9"))).kind).toBe("factor");
  for (let i = 0; i < 30; i += 1) await hub.signIn.password(`name${i}`, "guess", hub.at("203.0.113.5"));
  expect((await hub.signIn.password("lin", PASSWORD, hub.at("203.0.113.5"))).kind).toBe("wait");
});

test("SEC-USR-06: a session idles out after 30 minutes (administrators 15), ends after 12 hours, and can be ended", async () => {
  const hub = await open();
  const system = await hub.first();
  const security = await hub.invited(system.caller, "security", "securityAdministrator");
  const officer = await hub.invited(security.caller, "officer", "dutyOfficer");
  const isOpen = async (session: string) => (await hub.sessions.find(session, hub.clock.now as Instant)) !== null;
  hub.clock.now += 15 * MINUTE;
  expect(await isOpen(system.session)).toBe(true);
  expect(await isOpen(officer.session)).toBe(true);
  hub.clock.now += 15 * MINUTE + 1;
  expect(await isOpen(system.session)).toBe(false);
  expect(await isOpen(officer.session)).toBe(true);
  hub.clock.now += 30 * MINUTE + 1;
  expect(await isOpen(officer.session)).toBe(false);

  const step = await hub.signIn.password("officer", PASSWORD, hub.at());
  if (step.kind !== "factor") throw new Error(step.kind);
  const code = totpCode(officer.secret, hub.clock.now);
  const again = await hub.signIn.factor(step.challenge, { kind: "totp", code }, hub.at(), "phone");
  if (again.kind !== "open") throw new Error(again.kind);
  const began = hub.clock.now;
  while (hub.clock.now < began + 12 * 60 * MINUTE - 20 * MINUTE) {
    hub.clock.now += 20 * MINUTE;
    expect(await isOpen(again.session)).toBe(true);
  }
  hub.clock.now = began + 12 * 60 * MINUTE + 1;
  expect(await isOpen(again.session)).toBe(false);
  expect(await isOpen("ds_none")).toBe(false);
});

test("SEC-AZ-06: the three administrators are exclusive; bootstrap ends by itself; nobody grants what they lack", async () => {
  const hub = await open();
  const system = await hub.first();
  const security = await hub.invited(system.caller, "security", "securityAdministrator");
  const audit = await hub.invited(system.caller, "audit", "auditAdministrator");
  const tryInvite = async (who: typeof system.caller, role: string) => {
    const name = `n${Math.random()}`;
    const outcome = await hub.people.invite(who, { name, displayName: name, role, scope: {} }, hub.at());
    return outcome.ok ? "ok" : outcome.fault;
  };
  const table = await Promise.all(
    [system, security, audit].map(async ({ caller }) =>
      Promise.all(
        ["systemAdministrator", "securityAdministrator", "auditAdministrator", "dutyOfficer", "king"].map((role) =>
          tryInvite(caller, role),
        ),
      ),
    ),
  );
  expect(table).toEqual([
    ["ok", "forbidden", "forbidden", "forbidden", "unknown-role"],
    ["forbidden", "ok", "forbidden", "ok", "unknown-role"],
    ["forbidden", "forbidden", "ok", "forbidden", "unknown-role"],
  ]);
  const grab = await hub.people.change(security.caller, security.id, null, { role: "auditAdministrator" }, hub.at());
  expect(grab).toEqual({ ok: false, fault: "forbidden" });
  const last = await hub.people.setStatus(audit.caller, audit.id, "disabled", "", hub.at());
  expect(last).toEqual({ ok: false, fault: "last-of-role" });
  expect(await hub.people.reset(security.caller, audit.id, hub.at())).toEqual({ ok: false, fault: "forbidden" });
  const own = await hub.people.setStatus(security.caller, security.id, "disabled", "", hub.at());
  expect(own.ok ? "" : own.fault).toMatch(/same-person|last-of-role/);
});

test("SEC-AZ-07: disabling and a new role end what was open, at once; another tenant's account does not exist", async () => {
  const hub = await open();
  const system = await hub.first();
  const security = await hub.invited(system.caller, "security", "securityAdministrator");
  const officer = await hub.invited(security.caller, "officer", "dutyOfficer");
  const foreign = { ...security.caller, tenant: other };
  expect(await hub.people.setStatus(foreign, officer.id, "disabled", "x", hub.at())).toEqual({
    ok: false,
    fault: "absent",
  });
  const isOpen = async () => (await hub.sessions.find(officer.session, hub.clock.now as Instant)) !== null;
  expect(await isOpen()).toBe(true);
  expect((await hub.people.setStatus(security.caller, officer.id, "disabled", "left", hub.at())).ok).toBe(true);
  expect(await isOpen()).toBe(false);
  expect((await hub.signIn.password("officer", PASSWORD, hub.at())).kind).toBe("wrong");
  expect((await hub.people.setStatus(security.caller, officer.id, "active", "back", hub.at())).ok).toBe(true);
  expect((await hub.signIn.password("officer", PASSWORD, hub.at())).kind).toBe("factor");
  const stale = await hub.people.change(security.caller, officer.id, 1, { displayName: "x" }, hub.at());
  expect(stale).toEqual({ ok: false, fault: "conflict" });
});

test("a lost factor: reset gives a code, takes the old password and factor away", async () => {
  const hub = await open();
  const system = await hub.first();
  const security = await hub.invited(system.caller, "security", "securityAdministrator");
  const officer = await hub.invited(security.caller, "officer", "dutyOfficer");
  const reset = await hub.people.reset(security.caller, officer.id, hub.at());
  if (!reset.ok) throw new Error(reset.fault);
  expect((await hub.signIn.password("officer", PASSWORD, hub.at())).kind).toBe("wrong");
  const again = await hub.enrol(reset.value.code, undefined, "another long sentence");
  expect(again.caller.actor).toBe(`account:${officer.id}`);
  expect(again.secret).not.toEqual(officer.secret);
});

test("SEC-USR-12: an account that nobody used for 90 days is disabled at the next try", async () => {
  const hub = await open();
  const { caller } = await hub.first("lin");
  hub.clock.now += 90 * DAY + 1;
  expect((await hub.signIn.password("lin", PASSWORD, hub.at())).kind).toBe("wrong");
  const account = await hub.people.find(tenant, caller.actor.slice("account:".length));
  expect(account).toMatchObject({ status: "disabled", disabledReason: "unused for 90 days" });
});

test("SEC-USR-02: under mlps3 an old password is changed before anything else, and none of the last five comes back", async () => {
  const hub = await open("mlps3");
  const code = (await hub.people.firstCode(tenant, "systemAdministrator", hub.clock.now as Instant)) as string;
  await expect(hub.enrol(code, "lin", "only lower letters")).rejects.toThrow("faults");
  const { caller, session } = await hub.enrol(code, "lin", "Passphrase 0 of mine");
  expect(session).toMatch(/^ds_/);
  for (let i = 1; i <= 5; i += 1) {
    const [old, next] = [`Passphrase ${i - 1} of mine`, `Passphrase ${i} of mine`];
    expect(await hub.people.changeOwnPassword(caller, old, next, hub.at())).toEqual({ kind: "done" });
  }
  const back = await hub.people.changeOwnPassword(caller, "Passphrase 5 of mine", "Passphrase 1 of mine", hub.at());
  expect(back).toEqual({ kind: "faults", faults: ["used-before"] });
  expect((await hub.people.changeOwnPassword(caller, "not it", "Passphrase 9 of mine", hub.at())).kind).toBe("wrong");
  hub.clock.now += 80 * DAY;
  await hub.people.changeOwnPassword(caller, "Passphrase 5 of mine", "Passphrase 6 of mine", hub.at());
  hub.clock.now += 89 * DAY;
  expect((await hub.signIn.password("lin", "Passphrase 6 of mine", hub.at())).kind).not.toBe("password");
});

test("SEC-AUD-01, -03: every act is in the chain, the chain holds, and no secret is in it", async () => {
  const hub = await open();
  const { caller, session } = await hub.first("lin");
  await hub.signIn.password("lin", "guess", hub.at());
  await hub.sessions.end(caller, caller.actor.slice("account:".length), null, hub.at());
  expect(await hub.sessions.find(session, hub.clock.now as Instant)).toBeNull();
  const entries = await acts(hub);
  expect(entries.map(({ act, result }) => `${act} ${result}`)).toEqual([
    "account.redeem done",
    "factor.enrol done",
    "session.signIn done",
    "session.signIn denied",
    "session.end done",
  ]);
  expect(entries.every(({ source, requestId }) => source === "192.0.2.1" && requestId !== "")).toBe(true);
  const key = createKeyRing(new Uint8Array(32).fill(3)).keyFor("audit");
  const hashOf = (text: string) => createHmac("sha256", key).update(text).digest("hex");
  expect(walkAudit(tenant, entries, hashOf).ok).toBe(true);
  expect(JSON.stringify(entries)).not.toMatch(/guess|sentence|ds_|scrypt/);
});
