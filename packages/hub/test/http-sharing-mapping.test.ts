import { verifyWebhook } from "@dianan/open-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alarm, operator, putPlace, unit, until } from "./http-fixture.ts";
import type { City } from "./share-city.ts";
import { draft, openReceiver, openSharingHub, SECRET, type SharingHub } from "./sharing-fixture.ts";

const SLOW = 60_000;
const AT = "/api/v1/sharing/{id}";
const ends: (() => Promise<void>)[] = [];
let here: SharingHub;
let id = 0;
beforeAll(async () => {
  here = await openSharingHub(ends);
  await putPlace(here.hub);
}, SLOW);
afterAll(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A city's own form of alarms: numbers for types, one path for each kind. */
const expression = `{
  "variables": { "kind": kind },
  "headers": { "X-Count": $string($count(items)) },
  "body": { "rows": [items.{ "no": id, "typ": $lookup($params.types, type), "dev": deviceId }] }
}`;
const mapping = {
  expression,
  parameters: { types: { residualCurrentOver: 17, temperatureOver: 18 } },
  path: "/in/{kind}",
};
const raise = async (more: object = {}): Promise<string> => {
  id += 1;
  const body = { ...alarm, id: `mapped-${id}`, ...more };
  const answer = await here.hub.call("POST", "/api/v1/alarms", { items: [body] });
  expect(answer.status).toBe(200);
  return body.id;
};
type Rows = readonly { readonly no: string; readonly typ: number }[];
const rowsOf = (city: City): Rows => city.pushes.flatMap(({ body }) => (JSON.parse(body) as { rows: Rows }).rows ?? []);
const arrived = (city: City, no: string) =>
  until(
    () => rowsOf(city).find((row) => row.no === no),
    (row) => row !== undefined,
  );
const settled = (destination: unknown) => here.settled(String(destination));
const remove = (destination: unknown) => here.ask("DELETE", `/api/v1/sharing/${destination}`, undefined, AT);
const patched = async (destination: unknown, set: object) => {
  const { version } = (await here.ask("GET", `/api/v1/sharing/${destination}`, undefined, AT)).body;
  return here.ask("PATCH", `/api/v1/sharing/${destination}`, set, AT, { "if-match": `"${version}"` });
};
const queue = async (destination: unknown) =>
  (await here.ask("GET", `/api/v1/sharing/${destination}/queue?state=refused`, undefined, `${AT}/queue`)).body
    .items as readonly { readonly id: string; readonly error: string }[];

test("EF-N.4: two destinations get the same alarm, each in its own form, codes and path, with its own credentials", {
  timeout: SLOW,
}, async () => {
  const [one, two] = [await openReceiver(ends), await openReceiver(ends)];
  const other = {
    expression: '{ "body": { "rows": items.{ "no": id, "typ": $params.codes[type = $$.items[0].type].code } } }',
    parameters: { codes: [{ type: "residualCurrentOver", code: 900 }] },
  };
  const first = await here.add({
    ...{ url: `${one.url}/base`, kinds: ["alarm"], mapping, secret: SECRET },
    headers: { "x-count": "of the destination", authorization: "Bearer one" },
  });
  const second = await here.add({
    url: `${two.url}/all`,
    kinds: ["alarm"],
    mapping: other,
    headers: { "x-key": "two" },
  });
  expect(first.mapping).toEqual(mapping);
  const no = await raise({ type: "residualCurrentOver" });
  expect(await arrived(one, no)).toEqual({ no, typ: 17, dev: alarm.deviceId });
  expect(await arrived(two, no)).toEqual({ no, typ: 900 });
  const push = one.pushes.at(-1);
  expect([push?.path, push?.headers["x-count"], push?.headers.authorization]).toEqual([
    "/base/in/alarm",
    // What the destination sets is not the mapping's to change.
    "of the destination",
    "Bearer one",
  ]);
  expect(two.pushes.at(-1)?.headers).toMatchObject({ "x-key": "two" });
  expect(two.pushes.at(-1)?.path).toBe("/all");
  const headers = push?.headers ?? {};
  const seen = await verifyWebhook({ headers, body: push?.body ?? "", secrets: [SECRET], now: Date.now() });
  expect(seen.ok).toBe(true);
  for (const made of [first, second]) {
    expect((await settled(made.id)).refused).toBe(0);
    await remove(made.id);
  }
});

test("SEC-PII-05: a mapping reads what would go without it: persons stay masked, positions are converted", {
  timeout: SLOW,
}, async () => {
  const city = await openReceiver(ends);
  const echo = { expression: '{ "body": { "rows": [items] } }' };
  const kinds = ["operator", "unit"];
  const made = await here.add({ url: city.url, kinds, coordinateSystem: "GCJ02", mapping: echo });
  const got = (no: string) =>
    until(
      () => (rowsOf(city) as unknown as readonly Record<string, unknown>[]).find((row) => row.id === no),
      (row) => row !== undefined,
    );
  expect(await got(unit.id)).toMatchObject({ coordinateSystem: "GCJ02" });
  expect((await got(unit.id))?.latitude).not.toBe(unit.latitude);
  await got(operator.id);
  await settled(made.id);
  for (const { body } of city.pushes) {
    expect(body).not.toContain(operator.contactPhone);
    expect(body).not.toContain(operator.contactName);
  }
  await remove(made.id);
});

test("EF-N.4: a record on which the mapping fails is refused with the place of the fault; those beside it go", {
  timeout: SLOW,
}, async () => {
  const city = await openReceiver(ends);
  const strict = { expression: '{ "body": { "rows": [items.{ "no": id, "typ": $number(description) }] } }' };
  const made = await here.add({ url: city.url, kinds: ["alarm"], mapping: strict });
  const pause = await here.ask("POST", `/api/v1/sharing/${made.id}/pause`, { reason: "准备" }, `${AT}/pause`);
  expect(pause.status).toBe(200);
  const good = [await raise({ description: "1" }), await raise({ description: "2" })];
  const bad = await raise({ description: "三" });
  good.push(await raise({ description: "4" }));
  await here.ask("POST", `/api/v1/sharing/${made.id}/resume`, undefined, `${AT}/resume`);
  for (const no of good) await arrived(city, no);
  await here.settled(String(made.id), ({ pending }) => pending === 0);
  const refused = (await queue(made.id)).find((row) => row.id === bad);
  expect(refused?.error).toMatch(/^mapping-failed at character [0-9]+ /);
  expect(rowsOf(city).some((row) => row.no === bad)).toBe(false);
  // Mended, all goes again, what was refused too.
  const mended = { expression: '{ "body": { "rows": [items.{ "no": id, "typ": 0 }] } }' };
  expect((await patched(made.id, { mapping: mended })).status).toBe(200);
  await arrived(city, bad);
  expect((await settled(made.id)).refused).toBe(0);
  await remove(made.id);
});

test("EF-N.4: what a mapping must not make is refused and named; nothing of it is sent", {
  timeout: SLOW,
}, async () => {
  const city = await openReceiver(ends);
  const cases = [
    [{ expression: '{ "body": 1, "headers": { "Webhook-Id": "forged" } }' }, "/headers/Webhook-Id"],
    [{ expression: '{ "body": 1, "headers": { "Host": "elsewhere.example" } }' }, "/headers/Host"],
    [{ expression: '{ "variables": { "k": "x" } }', path: "/{k}" }, "/body"],
    [{ expression: '{ "body": 1, "variables": { "k": ".." } }', path: "/{k}/x" }, "/variables/k"],
    [{ expression: '{ "body": 1 }', path: "/{gone}" }, "/variables/gone"],
    [{ expression: '{ "skip": true, "body": 1 }' }, "/skip"],
    [{ expression: "7" }, "mapping-result"],
    [{ expression: "( $f := function($n) { $f($n + 1) }; $f(0) )" }, "mapping-"],
  ] as const;
  const made = await here.add({ url: city.url, kinds: ["alarm"], mapping: cases[0][0] });
  const no = await raise();
  for (const [wrong, place] of cases) {
    expect((await patched(made.id, { mapping: wrong })).status).toBe(200);
    const row = await until(
      async () => (await queue(made.id)).find((one) => one.id === no),
      (one) => one?.error.includes(place) === true,
    );
    expect(row?.error).toContain(place);
  }
  expect(city.pushes).toEqual([]);
  await remove(made.id);
});

test("EF-N.4: what a mapping skips is settled and not sent; taken away, bulk upserts go again", {
  timeout: SLOW,
}, async () => {
  const city = await openReceiver(ends);
  const never = { expression: '{ "skip": true }' };
  const made = await here.add({ url: city.url, kinds: ["operator"], mapping: never });
  await here.settled(String(made.id), ({ pending, lastOkAt }) => pending === 0 && lastOkAt !== null);
  expect(city.pushes).toEqual([]);
  const back = await patched(made.id, { mapping: null });
  expect([back.status, back.body.mapping]).toEqual([200, null]);
  await until(
    () => city.pushes.at(-1)?.items[0]?.id,
    (first) => first === operator.id,
  );
  expect(city.pushes.at(-1)?.path).toBe("/operators");
  // The same mapping again is no change, another name neither: nothing goes twice for it.
  await settled(made.id);
  const sent = city.pushes.length;
  await patched(made.id, { mapping: null, name: "另一名称" });
  await settled(made.id);
  expect(city.pushes.length).toBe(sent);
  await remove(made.id);
});

test("EF-N.5: any 2xx is the receipt of a mapped push; 422 finds the record at fault; 500 is away", {
  timeout: SLOW,
}, async () => {
  const city = await openReceiver(ends);
  const bad = await raise();
  const answers = [{ status: 500 }, { status: 204 }];
  city.answer = ({ body }) =>
    body.includes(`"${bad}"`) ? { status: 422 } : (answers.shift() ?? { status: 202, body: "OK" });
  const made = await here.add({ url: city.url, kinds: ["alarm"], mapping });
  const good = await raise();
  await until(
    () => city.pushes.filter(({ body }) => body.includes(`"${good}"`) && !body.includes(`"${bad}"`)).length,
    (count) => count > 0,
  );
  await here.settled(String(made.id), ({ pending, refused }) => pending === 0 && refused === 1);
  expect((await queue(made.id)).map((row) => [row.id, row.error])).toEqual([[bad, "HTTP 422"]]);
  // Compared it cannot be: nobody knows what became of its form there.
  const compared = await here.ask("POST", "/api/v1/reconciliations", { destinationId: made.id, kinds: ["alarm"] });
  expect([compared.status, compared.body.code]).toEqual([422, "invalid"]);
  await remove(made.id);
});

const wrongs: readonly (readonly [what: string, more: object, path: string])[] = [
  ["an expression that cannot be read", { mapping: { expression: "{ " } }, "/mapping/expression"],
  ["no expression", { mapping: { path: "/x" } }, "/mapping/expression"],
  ["a member that nobody knows", { mapping: { expression: "1", preset: "generic-event" } }, "/mapping/preset"],
  ["a path with half a name", { mapping: { expression: "1", path: "/{a" } }, "/mapping/path"],
  [
    "too many parameters",
    { mapping: { expression: "1", parameters: { a: "x".repeat(17_000) } } },
    "/mapping/parameters",
  ],
  [
    "a fire centre with a mapping",
    { url: "gb26875://127.0.0.1:9000", form: "gb26875", kinds: ["alarm"], centre: { sourceAddress: 1 }, mapping },
    "/mapping",
  ],
];
test.each(wrongs)("EF-N.4: %s is refused at its place", async (_, more, path) => {
  const answer = await here.ask("POST", "/api/v1/sharing", { ...draft, url: "https://city.example/", ...more });
  expect([answer.status, answer.body.code]).toEqual([422, "invalid"]);
  expect(JSON.stringify(answer.body.errors)).toContain(`"path":"${path}"`);
});
