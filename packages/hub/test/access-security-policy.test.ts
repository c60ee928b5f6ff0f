import { randomUUID } from "node:crypto";
import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isAddressRange, isInRanges } from "../src/access/address-ranges.ts";
import { createSecurityPolicies } from "../src/access/security-policy.ts";
import { defaultRules } from "../src/core/security-rules.ts";
import { DAY, MINUTE, openAccess, other, PASSWORD, tenant } from "./access-fixture.ts";

const SLOW = 60_000;
const rules = defaultRules("default");
const withAccess = async (
  work: (access: Awaited<ReturnType<typeof openAccess>>) => Promise<void>,
  policy: "default" | "mlps3" = "default",
): Promise<void> => {
  const access = await openAccess(policy);
  try {
    await work(access);
  } finally {
    await access.close();
    access.remove();
  }
};

test(
  "SEC-USR-06: new limits hold at once for a session that is open, and only in their tenant",
  { timeout: SLOW },
  () =>
    withAccess(async (access) => {
      const security = createSecurityPolicies(access.deps);
      const { session, caller } = await access.first();
      const isOpen = async (): Promise<boolean> =>
        (await access.sessions.find(session, access.clock.now as Instant)) !== null;
      access.clock.now += 14 * MINUTE;
      expect(await isOpen()).toBe(true);
      const set = await security.put(
        caller,
        0,
        { ...rules, administratorIdleMinutes: 60, absoluteHours: 1 },
        access.at(),
      );
      expect(set).toMatchObject({ version: 1 });
      access.clock.now += 40 * MINUTE;
      expect(await isOpen()).toBe(true);
      access.clock.now += 7 * MINUTE;
      expect(await isOpen()).toBe(false);
      expect(await security.find(other)).toEqual({ ...rules, version: 0 });
      const { items } = await access.access.audit(tenant, {
        ...{ first: "newest", from: null, to: null, actor: null, act: "security.put", result: null },
        ...{ object: null, after: null, limit: 9 },
      });
      expect(items.map(({ reason }) => reason)).toEqual(["administratorIdleMinutes absoluteHours"]);
    }),
);

test("SEC-USR-12: an account is disabled after as many unused days as are set", { timeout: SLOW }, () =>
  withAccess(async (access) => {
    const security = createSecurityPolicies(access.deps);
    const { caller } = await access.first();
    await security.put(caller, 0, { ...rules, unusedDays: 10 }, access.at());
    access.clock.now += 9 * DAY;
    expect((await access.signIn.password("lin.system", PASSWORD, access.at())).kind).toBe("factor");
    access.clock.now += 2 * DAY;
    expect((await access.signIn.password("lin.system", PASSWORD, access.at())).kind).toBe("wrong");
  }),
);

test("SEC-USR-02: nobody sets less than the hub was started with", { timeout: SLOW }, () =>
  withAccess(async (access) => {
    const security = createSecurityPolicies(access.deps);
    const who = { tenant, actor: "account:a", role: "securityAdministrator" } as never;
    expect((await security.find(tenant)).policy).toBe("mlps3");
    expect(await security.put(who, 0, rules, access.at())).toEqual({ fault: "weaker" });
    expect(await security.put(who, 0, { ...rules, policy: "mlps3" }, access.at())).toMatchObject({ version: 1 });
    expect(await security.put(who, 0, { ...rules, policy: "mlps3" }, access.at())).toEqual({ fault: "conflict" });
  }, "mlps3"),
);

test("SEC-USR-10: administrators are bound to their ranges, others are not; nobody locks themselves out", () =>
  withAccess(async (access) => {
    const security = createSecurityPolicies(access.deps);
    const caller = (role: string) => ({ tenant, actor: "account:a", role }) as never;
    const at = { ...access.at("10.1.2.3"), requestId: randomUUID() };
    const who = caller("securityAdministrator");
    const bound = { ...rules, adminAddresses: ["10.1.0.0/16", "fd00::/8"] };
    expect(await security.put(who, 0, { ...bound, adminAddresses: ["10.2.0.0/16"] }, at)).toEqual({
      fault: "locked-out",
    });
    expect(await security.put(who, 0, bound, { ...at, source: "" })).toEqual({ fault: "locked-out" });
    expect(await security.put(who, 0, bound, at)).toMatchObject({ version: 1 });
    expect(await security.admits(who, "10.1.255.1")).toBe(true);
    expect(await security.admits(who, "::ffff:10.1.0.1")).toBe(true);
    expect(await security.admits(who, "fd12::1")).toBe(true);
    for (const elsewhere of ["10.2.0.1", "::1", "fe80::1%eth0", "", "10.1.0.1.evil"])
      expect(await security.admits(who, elsewhere), elsewhere).toBe(false);
    expect(await security.admits(caller("dutyOfficer"), "192.0.2.1")).toBe(true);
  }));

test("SEC-USR-10: every address lies in its own range and in every range around it", () => {
  const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
  fc.assert(
    fc.property(octets, fc.nat(32), (parts, bits) => {
      const address = parts.join(".");
      expect(isAddressRange(`${address}/${bits}`)).toBe(true);
      expect(isInRanges([`${address}/${bits}`], address)).toBe(true);
      expect(isInRanges([`${address}/${bits}`], `::ffff:${address}`)).toBe(true);
      expect(isInRanges(["::/0"], address)).toBe(false);
    }),
  );
  for (const bad of [
    "",
    "10.0.0",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/8/8",
    "::/129",
    "fe80::1%eth0",
    "a.example",
  ])
    expect(isAddressRange(bad), bad).toBe(false);
});
