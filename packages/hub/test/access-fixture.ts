// The access engine on a real database, with a clock that the test sets and quick hashes.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import type { AccessDeps } from "../src/access/access-deps.ts";
import { createClients } from "../src/access/clients.ts";
import { createEnrolment } from "../src/access/enrolment.ts";
import { createKeyRing } from "../src/access/key-ring.ts";
import { createKeys } from "../src/access/keys.ts";
import { createPasswordHashes } from "../src/access/password-hash.ts";
import { createPeople } from "../src/access/people.ts";
import { createSeals } from "../src/access/seal.ts";
import { createSessions } from "../src/access/sessions.ts";
import { createSignIn } from "../src/access/sign-in.ts";
import { totpCode } from "../src/access/totp.ts";
import type { PasswordPolicy } from "../src/core/password-policy.ts";
import type { Caller, Circumstance } from "../src/ports/caller.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";

export const tenant = tenantId("main");
export const other = tenantId("other");
export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const PASSWORD = "a long enough sentence";

const administrators = ["systemAdministrator", "securityAdministrator", "auditAdministrator"];
const roles: AccessDeps["roles"] = {
  has: (role) => [...administrators, "dutyOfficer"].includes(role),
  isAdministrator: (role) => administrators.includes(role),
  mayGrant: (granter, role) => (administrators.includes(role) ? granter === role : granter === "securityAdministrator"),
};

export const openAccess = async (
  policy: PasswordPolicy = "default",
  folder = mkdtempSync(join(tmpdir(), "dianan-access-")),
) => {
  const ring = createKeyRing(new Uint8Array(32).fill(3));
  const { store, access } = await openSqliteStore({
    file: join(folder, "hub.db"),
    changes: 100,
    undecodable: 10,
    auditKey: ring.keyFor("audit"),
  });
  const deps: AccessDeps = {
    store,
    access,
    hashes: createPasswordHashes({ n: 8, r: 8, p: 1 }),
    seals: createSeals(ring),
    roles,
    policy,
    issuer: "DianAn",
  };
  const sessions = createSessions(deps);
  const signIn = createSignIn(deps, sessions);
  const enrolment = createEnrolment(deps, signIn);
  const people = createPeople(deps);
  const clock = { now: 1_800_000_000_000 };
  const at = (source = "192.0.2.1"): Circumstance => ({ now: clock.now as Instant, source, requestId: randomUUID() });

  /** From a code to a session: password, authenticator, first code. */
  const enrol = async (code: string, name?: string, password = PASSWORD) => {
    const redeemed = await people.redeem(code, { ...(name === undefined ? {} : { name }), password }, at());
    if (redeemed.kind !== "enrol") throw new Error(`redeem: ${redeemed.kind}`);
    const offer = await enrolment.offer(redeemed.challenge, at());
    if (offer === null) throw new Error("no offer");
    const secret = base32(offer.text);
    const { step, recovery } = await enrolment.confirm(offer.challenge, totpCode(secret, clock.now), at(), "test");
    if (step.kind !== "open") throw new Error(`confirm: ${step.kind}`);
    const caller = (await sessions.find(step.session, clock.now as Instant)) as Caller;
    return { session: step.session, caller, secret, recovery };
  };
  const first = async (name = "Lin.System") => {
    const code = await people.firstCode(tenant, "systemAdministrator", clock.now as Instant);
    if (code === null) throw new Error("no first code");
    return enrol(code, name);
  };
  const invited = async (who: Caller, name: string, role: string, password = PASSWORD) => {
    const invitation = await people.invite(who, { name, displayName: name, role, scope: {} }, at());
    if (!invitation.ok) throw new Error(`invite: ${invitation.fault}`);
    return { ...(await enrol(invitation.value.code, undefined, password)), id: invitation.value.account.id };
  };
  return {
    folder,
    store,
    access,
    deps,
    sessions,
    signIn,
    enrolment,
    people,
    keys: createKeys(deps),
    clients: createClients(deps),
    clock,
    at,
    enrol,
    first,
    invited,
    close: async () => store.close(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const base32 = (text: string): Uint8Array => {
  const bits = [...text].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
};
