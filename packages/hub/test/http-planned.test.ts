import { operations } from "@dianan/open-api/tables";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ask } from "../src/http/http-deps.ts";
import { plannedRoutes } from "../src/http/planned.ts";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { document, planned, present } from "./http-schema.ts";

/**
 * Operations of the document that the hub does not have yet, by their tag: none. One that is written down before its engine is made
 * is named here, as long as its `x-planned` stands in specs/openapi.
 */
const notThereYet: { readonly [tag: string]: readonly string[] } = {};

/** Parameters of operations that are there, which are not. */
const notTakenYet: { readonly [operationId: string]: readonly string[] } = {};

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 60_000);
afterAll(() => hub?.end());

test("what is planned is exactly what this list names: the hub has every operation of the document", () => {
  const found: { [tag: string]: string[] } = {};
  for (const { operation } of planned) {
    const tag = operation.tags[0] ?? "";
    found[tag] = [...(found[tag] ?? []), operation.operationId];
  }
  expect(found).toEqual(notThereYet);
  const parameters = present.flatMap(({ operation }) => {
    const names = operation["x-planned-parameters"];
    return names === undefined ? [] : [[operation.operationId, names] as const];
  });
  expect(Object.fromEntries(parameters)).toEqual(notTakenYet);
  expect(operations.filter(({ isPlanned }) => isPlanned)).toEqual([]);
});

test("SEC-API-09: an operation that the document marks as planned gets a route that says 501, and no other does", async () => {
  const [first, second] = operations;
  if (first === undefined || second === undefined) throw new Error("the document has no operations");
  const routes = plannedRoutes([{ ...first, isPlanned: true }, second]);
  expect(routes.map(({ method, path, isPlanned }) => [method, path, isPlanned])).toEqual([
    [first.method, first.path, true],
  ]);
  const answer = await routes[0]?.handle({} as Ask);
  expect(answer).toMatchObject({ kind: "problem", code: "not-implemented" });
  expect(JSON.stringify(answer)).toContain(first.id);
  expect(plannedRoutes()).toEqual([]);
});

test("no route of the document is missing: none answers 404 as an unknown path does, none 501", async () => {
  for (const { path, method, operation } of present) {
    const response = await fetch(`${hub.hub.httpUrl}${path.replaceAll(/\{\w+\}/g, "1")}`, { method });
    const text = await response.text();
    expect([response.status === 501, text.includes("no such path")], operation.operationId).toEqual([false, false]);
  }
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
