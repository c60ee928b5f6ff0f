import { expect, test } from "vitest";
import { operationRoles, roles, scopes } from "../scripts/sources.ts";
import { operations as rows } from "../src/tables.ts";
import { operations } from "./document.ts";

const people = roles.filter(({ kind }) => kind === "person").map(({ id }) => id);
const administrators = ["systemAdministrator", "securityAdministrator", "auditAdministrator"];
const mayOf = (role: string) => rows.filter((row) => (row.roles as readonly string[]).includes(role));
const idsOf = (role: string) => mayOf(role).map(({ id }) => id);

test("SEC-AZ-05: every operation of the document stands in the table of roles, and nothing else does", () => {
  expect(Object.keys(operationRoles).sort()).toEqual(operations.map(({ operation }) => operation.operationId).sort());
});

test("SEC-AZ-05: everyone may call what needs no credential, and only that; every other operation names its roles", () => {
  for (const { operation } of operations) {
    const allowed = operationRoles[operation.operationId];
    expect(allowed === "everyone", operation.operationId).toBe(operation.security.length === 0);
    if (allowed === "everyone" || allowed === undefined) continue;
    expect(allowed.length, operation.operationId).toBeGreaterThan(0);
    expect(new Set(allowed).size, operation.operationId).toBe(allowed.length);
    for (const role of allowed) expect(roles.map(({ id }) => id)).toContain(role);
  }
});

test("SEC-AZ-05: the schemes of an operation fit its roles: a cookie is for people and displays, a device key for devices", () => {
  for (const { id, schemes, roles: allowed } of rows) {
    if (schemes.length === 0) continue;
    const kinds = new Set(allowed.map((role) => (people.includes(role) || role === "wallDisplay" ? "cookie" : role)));
    if (schemes.every((scheme) => scheme === "session")) expect([...kinds], id).toEqual(["cookie"]);
    if (schemes.includes("device")) expect([schemes, allowed], id).toEqual([["device"], ["device"]]);
    if (schemes.includes("client")) expect([schemes, allowed], id).toEqual([["client"], ["platform"]]);
  }
});

test("SEC-AZ-06: there are three administrators, one role a person makes them three people, and one of them grants", () => {
  expect(roles.filter(({ isAdministrator }) => isAdministrator).map(({ id }) => id)).toEqual(administrators);
  for (const { id, grantedBy } of roles) expect(grantedBy, id).toEqual(["securityAdministrator"]);
});

test("SEC-AZ-06: the audit administrator reads, exports and verifies, and changes nothing but the own account", () => {
  const changes = mayOf("auditAdministrator").filter(({ method }) => method !== "GET");
  const others = changes.filter(({ path }) => !/^\/api\/v1\/(me|session)(\/|$)/.test(path)).map(({ id }) => id);
  expect(others.sort()).toEqual(["cancelExport", "createExport", "exportAudit", "verifyAudit"]);
  for (const role of roles.filter(({ id }) => id !== "auditAdministrator"))
    expect(mayOf(role.id).filter(({ scopes: needed }) => needed.some((one) => one.startsWith("audit:")))).toEqual([]);
});

test("SEC-AZ-06: only the security administrator decides who may do what, and no administrator sees alarms", () => {
  const deciding = rows.filter(({ scopes: needed }) =>
    needed.some((one) => ["accounts:manage", "roles:manage", "keys:manage", "platforms:manage"].includes(one)),
  );
  const changes = deciding.filter(({ method }) => method !== "GET");
  expect(changes.length).toBeGreaterThan(20);
  for (const { id, roles: allowed } of changes.filter((row) => !["inviteUser", "revokeApiKey"].includes(row.id)))
    expect(allowed, id).toEqual(["securityAdministrator"]);
  // The invitation of an administrator that is missing, and shutting a key off in a hurry.
  for (const id of ["inviteUser", "revokeApiKey"])
    expect(rows.find((row) => row.id === id)?.roles).toEqual(["systemAdministrator", "securityAdministrator"]);
  for (const role of administrators)
    expect(mayOf(role).filter(({ scopes: needed }) => needed.some((one) => one.startsWith("alarms:")))).toEqual([]);
});

test("SEC-USR-07: a wall display only reads, watches and says how fast it was, and gets no personal data", () => {
  const display = mayOf("wallDisplay");
  const changes = display.filter(({ method }) => method !== "GET").map(({ id }) => id);
  expect(changes.sort()).toEqual(["reportLatency", "reportWatch", "signOut"]);
  expect(idsOf("wallDisplay")).not.toEqual(expect.arrayContaining(["listOperators"]));
  for (const id of ["listOperators", "getOperator", "revealPersonalData", "listReadings", "createExport"])
    expect(idsOf("wallDisplay")).not.toContain(id);
});

test("a device uploads, fetches its commands and reads code lists; it reads nothing of anybody", () => {
  expect(idsOf("device").sort()).toEqual([
    ...["getCodeList", "listCodeLists", "listDownlink", "reportDownlink", "uplinkEvents", "uplinkFrames"],
  ]);
});

test("SEC-AZ-04: personal data in full, and its erasure, have scopes of their own that no machine role can use", () => {
  for (const scope of ["pii:read", "pii:erase"])
    for (const row of rows.filter(({ scopes: needed }) => (needed as readonly string[]).includes(scope)))
      expect(
        row.roles.filter((role) => !people.includes(role)),
        row.id,
      ).toEqual([]);
});

test("every scope that is used is described, every described scope is used, and reading never needs a scope to write", () => {
  const used = new Set(rows.flatMap(({ scopes: needed }) => needed));
  expect([...used].sort()).toEqual(Object.keys(scopes).sort());
  for (const { id, method, scopes: needed } of rows)
    if (method === "GET")
      expect(
        needed.filter((one) => /:(write|handle|erase)$/.test(one)),
        id,
      ).toEqual([]);
});

test("SEC-USR-09: what the requirement names asks for the second factor again", () => {
  const named = [
    ...["createExport", "exportAudit", "startTotp", "removeTotp", "removePasskey", "renewRecoveryCodes", "putGrant"],
    ...["createApiKey", "rotateApiKey", "createClient", "addClientSecret", "rotateDeviceKey", "putNotificationPolicy"],
    ...["drillBackup", "putRetention", "erasePersonalData", "disableUser", "resetUser"],
  ];
  for (const id of named) expect(rows.find((row) => row.id === id)?.needsStepUp, id).toBe(true);
});

test("the table that servers use says what the document says", () => {
  expect(rows).toHaveLength(operations.length);
  for (const [index, { operation, route }] of operations.entries()) {
    const row = rows[index];
    expect(`${row?.method} ${row?.path}`).toBe(route);
    expect(row).toMatchObject({
      id: operation.operationId,
      isPlanned: operation["x-planned"] === true,
      plannedParameters: operation["x-planned-parameters"] ?? [],
      scopes: operation["x-scopes"],
      roles: operation["x-roles"] === "everyone" ? [] : operation["x-roles"],
      rateClass: operation["x-rate-class"],
      idempotency: operation["x-idempotency"],
      needsStepUp: operation["x-step-up"] === true,
      bodyBytes: operation["x-limits"]?.bodyBytes ?? 0,
    });
  }
});
