import { operations } from "@dianan/open-api/tables";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { at, checkAnswer, document, isSecured, planned, present } from "./http-schema.ts";

/**
 * Every operation of the document that the hub does not have yet, by its tag. This list only shrinks: take an operation out here
 * and its `x-planned` out of specs/openapi when its engine is made.
 */
const notThereYet: { readonly [tag: string]: string } = {
  system: `
    getMapSource putMapSource getMapTile
  `,
};

/** Parameters of operations that are there, which are not. */
const notTakenYet: { readonly [operationId: string]: readonly string[] } = {};

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 20_000);
afterAll(() => hub?.end());

test("what is planned is exactly what this list names", () => {
  for (const [tag, ids] of Object.entries(notThereYet))
    expect(
      planned.filter(({ operation }) => operation.tags[0] === tag).map(({ operation }) => operation.operationId),
      tag,
    ).toEqual(ids.trim().split(/\s+/));
  expect(new Set(planned.map(({ operation }) => operation.tags[0]))).toEqual(new Set(Object.keys(notThereYet)));
  const parameters = present.flatMap(({ operation }) => {
    const names = operation["x-planned-parameters"];
    return names === undefined ? [] : [[operation.operationId, names] as const];
  });
  expect(Object.fromEntries(parameters)).toEqual(notTakenYet);
});

test("SEC-API-01: a planned operation asks for a credential first: 401 before 501", async () => {
  for (const { path, method, operation } of planned.filter((one) => isSecured(one.operation))) {
    const bare = await fetch(`${hub.hub.httpUrl}${at(path)}`, { method });
    const forged = await fetch(`${hub.hub.httpUrl}${at(path)}`, {
      method,
      headers: { authorization: "Bearer da_00000000" },
    });
    expect([bare.status, forged.status], operation.operationId).toEqual([401, 401]);
    await Promise.all([bare.body?.cancel(), forged.body?.cancel()]);
  }
});

test("SEC-AZ-06: a change by cookie from elsewhere is a 403 at a planned operation too", async () => {
  const signIn = await hub.call("POST", "/api/v1/session", { key: hub.key });
  const cookie = (signIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  for (const { path, method, operation } of planned.filter((one) => one.method !== "GET" && isSecured(one.operation))) {
    const headers = { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const response = await fetch(`${hub.hub.httpUrl}${at(path)}`, { method, headers });
    expect(response.status, operation.operationId).toBe(403);
    checkAnswer(method, path, 403, await response.json());
  }
});

/** What the first key, of the role `platform`, is answered: 403 where the table does not have it (SEC-AZ-05). */
const statusForPlatform = (method: string, path: string): 403 | 501 => {
  const row = operations.find((one) => one.method === method && one.path === path);
  const isOpen = row?.schemes.length === 0;
  return isOpen || (row?.schemes.includes("key") && row.roles.includes("platform")) ? 501 : 403;
};

test("SEC-API-09, SEC-AZ-05: a planned operation says 501 to whom it is for, 403 to others, whatever it is sent", async () => {
  const statuses = new Set<number>();
  for (const { path, method, operation } of planned)
    for (const [query, body] of [
      ["", undefined],
      ["?nobody=1&limit=ten", method === "GET" || method === "DELETE" ? undefined : "{"],
    ] as const) {
      const response = await hub.call(method, `${at(path)}${query}`, body);
      const problem = (await response.json()) as { readonly detail: string };
      const status = statusForPlatform(method, path);
      statuses.add(status);
      expect(response.status, operation.operationId).toBe(status);
      checkAnswer(method, path, status, problem);
      if (status === 403) continue;
      expect(problem).toMatchObject({ code: "not-implemented", titleZh: "已规划,尚未提供" });
      expect(problem.detail).toContain(operation.operationId);
    }
  // None of them may be for a platform.
  expect([...statuses].filter((status) => status !== 403 && status !== 501)).toEqual([]);
  expect(statuses).toContain(403);
});

test("a planned parameter is refused with 501, never ignored; its operation goes on without it", async () => {
  for (const { path, method, operation } of present)
    for (const name of operation["x-planned-parameters"] ?? []) {
      const refused = await hub.call(method, `${path}?${name}=x`);
      const problem = (await refused.json()) as { readonly detail: string };
      expect([refused.status, problem.detail.includes(name)], `${path} ${name}`).toEqual([501, true]);
      const plain = await hub.call(method, path);
      expect(plain.status).toBe(200);
      await plain.body?.cancel();
    }
});

test("the document says 501 of nothing but what is planned", () => {
  for (const { path, method, operation } of present) {
    const isPartly = operation["x-planned-parameters"] !== undefined;
    expect(Object.keys(document.paths[path]?.[method.toLowerCase()]?.responses ?? {}).includes("501"), path).toBe(
      isPartly,
    );
  }
});
