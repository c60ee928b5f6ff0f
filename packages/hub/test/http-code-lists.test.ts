import { alarmTypes, placeTypes, quantities } from "@dianan/model";
import { codeLists } from "@dianan/sharing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 20_000);
afterAll(() => hub?.end());

type Entry = { readonly slug: string; readonly code: number; readonly zh: string; readonly en: string };
const listed = async (): Promise<readonly string[]> => {
  const response = await hub.call("GET", "/api/v1/code-lists");
  const body = (await response.json()) as { items: readonly string[] };
  checkAnswer("GET", "/api/v1/code-lists", response.status, body);
  return body.items;
};
const entriesOf = async (name: string): Promise<readonly Entry[]> => {
  const response = await hub.call("GET", `/api/v1/code-lists/${name}`);
  const body = (await response.json()) as { name: string; entries: readonly Entry[] };
  checkAnswer("GET", "/api/v1/code-lists/{name}", response.status, body);
  expect(body.name).toBe(name);
  return body.entries;
};

test("SH-6: every list that is named can be read, and every list that a record's member takes its code from is named", async () => {
  const names = await listed();
  expect(names).toEqual([...names].sort());
  for (const name of names) {
    const entries = await entriesOf(name);
    expect(entries.length, name).toBeGreaterThan(0);
    expect(new Set(entries.map(({ slug }) => slug)).size, name).toBe(entries.length);
    expect(new Set(entries.map(({ code }) => code)).size, name).toBe(entries.length);
    for (const { slug, zh, en } of entries) {
      expect(zh, `${name} ${slug}`).toMatch(/\p{Script=Han}/u);
      expect(en, `${name} ${slug}`).toMatch(/^[ -~]+$/);
    }
  }
  for (const name of Object.keys(codeLists)) expect(names).toContain(name);
  for (const name of ["componentTypes", "deviceCommands", "formCategories", "qualities", "quantities", "sessionEnds"])
    expect(names).toContain(name);
});

test("EF-N.3: the lists say what the tables of the model say, words of the other lists as words", async () => {
  expect((await entriesOf("placeTypes")).map(({ slug, code, zh, en }) => [slug, code, zh, en])).toEqual(
    Object.entries(placeTypes).map(([slug, { code, zh, en }]) => [slug, code, zh, en]),
  );
  expect(await entriesOf("alarmTypes")).toContainEqual({
    slug: "residualCurrentOver",
    ...alarmTypes.residualCurrentOver,
    severity: "critical",
  });
  expect(await entriesOf("quantities")).toContainEqual({ slug: "temperature", ...quantities.temperature });
  expect(await entriesOf("componentTypes")).toContainEqual({
    slug: "residualCurrentDetector",
    code: 17,
    zh: "剩余电流式电气火灾监控探测器",
    en: "residual-current electrical fire detector",
    clause: "GB/T 26875.3-2011 table 5",
  });
});

test("a list is kept by its reader: an ETag that still holds is a 304, any other the whole list", async () => {
  const first = await hub.call("GET", "/api/v1/code-lists/severities");
  const tag = first.headers.get("etag") ?? "";
  expect(first.headers.get("cache-control")).toBe("private, max-age=86400");
  expect(tag).toMatch(/^"[\w-]{22}"$/);
  await first.body?.cancel();
  for (const [known, status] of [
    [tag, 304],
    [`W/${tag}, "x"`, 304],
    ["*", 304],
    ['"x"', 200],
    [tag.slice(1, -1), 200],
  ] as const) {
    const again = await hub.call("GET", "/api/v1/code-lists/severities", undefined, { "if-none-match": known });
    expect([known, again.status, (await again.text()) === ""]).toEqual([known, status, status === 304]);
    expect(again.headers.get("etag")).toBe(tag);
  }
  const other = await hub.call("GET", "/api/v1/code-lists/statuses", undefined, { "if-none-match": tag });
  expect(other.status).toBe(200);
  await other.body?.cancel();
});

test("a list that nobody has, an inherited name and a parameter are refused", async () => {
  for (const name of ["nobody", "constructor", "__proto__", "toString", "AlarmTypes", "%00", "..%2falarmTypes"]) {
    const response = await hub.call("GET", `/api/v1/code-lists/${name}`);
    expect(response.status, name).toBe(404);
    checkAnswer("GET", "/api/v1/code-lists/{name}", 404, await response.json());
  }
  for (const path of ["/api/v1/code-lists?q=a", "/api/v1/code-lists/statuses?limit=1"]) {
    const response = await hub.call("GET", path);
    expect(response.status, path).toBe(422);
    await response.body?.cancel();
  }
  const bare = await fetch(`${hub.hub.httpUrl}/api/v1/code-lists/statuses`);
  expect(bare.status).toBe(401);
  await bare.body?.cancel();
});
