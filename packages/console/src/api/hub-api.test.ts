import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AlarmRecord } from "../live/alarm-row.ts";
import { createRowMaker } from "../live/list-row.ts";
import { createHubApi, type Lists } from "./hub-api.ts";

// What the page asks of a hub that has many alarms, in which order.
const PAGES = 4;
const PAGE = 500;
const time = "2026-11-28T12:00:00+08:00";
const alarm = (n: number): AlarmRecord => ({
  ...{ id: `al-${n}`, version: 1, deviceId: "dev-1", unitId: "unit-1", type: "offline", class: "offline" },
  ...{ occurredAt: time, receivedAt: time, description: "x", platformCode: "JJLY01", state: "raised" },
});
let server: Server;
let asked: string[] = [];
/** Open alarms; a page that is refused. */ let count = 0;
let refused: RegExp | null = null;

const answerOf = (url: URL): object => {
  const { pathname, searchParams } = url;
  if (pathname !== "/api/v1/alarms") return { items: [], next: null, feedCursor: "c" };
  const of = searchParams.get("class");
  if (of !== null && of !== "offline") return { items: [], next: null, feedCursor: "late" };
  if (searchParams.get("state") === "cleared") return { items: [], next: null, feedCursor: "late" };
  const from = Number(searchParams.get("cursor") ?? "0");
  const end = Math.min(count, from + PAGE);
  const items = Array.from({ length: end - from }, (_, n) => alarm(from + n));
  return { items, next: end < count ? String(end) : null, feedCursor: from === 0 && of === null ? "first" : "late" };
};
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://hub");
    const { pathname, searchParams } = url;
    const at = ["class", "state", "stage", "cursor"].flatMap((name) => searchParams.get(name) ?? []).join(" ");
    asked.push(`${pathname.slice("/api/v1/".length)} ${at}`.trim());
    const isRefused = refused?.test(asked.at(-1) ?? "") === true;
    response.writeHead(isRefused ? 503 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(isRefused ? { title: "busy", status: 503 } : answerOf(url)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const read = async (alarms: number, refuse: RegExp | null = null) => {
  [asked, count, refused] = [[], alarms, refuse];
  const early: Lists[] = [];
  const askedBefore: string[][] = [];
  const api = createHubApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const snapshot = await api.snapshot("all", {
    rowOf: createRowMaker(),
    early: (lists) => {
      early.push(lists);
      askedBefore.push([...asked]);
    },
  });
  return { snapshot, early, askedBefore: askedBefore[0] ?? [] };
};

test("EF-4.1: of many alarms the top of the list comes first: the most urgent class that has any, before any second page", async () => {
  const { snapshot, early, askedBefore } = await read(PAGES * PAGE);
  expect(early.map(({ alarms }) => alarms.length)).toEqual([PAGE]);
  const head = ["alarm", "warning", "fault", "offline"].map((name) => `alarms ${name} unacknowledged`);
  expect(askedBefore.filter((one) => one.startsWith("alarms"))).toEqual(["alarms raised", ...head]);
  expect(askedBefore).toEqual(expect.arrayContaining(["devices", "units"]));
  // All of them, followed from the place in the feed of the very first page.
  expect(snapshot.ok && [snapshot.value.alarms.length, snapshot.value.cursor]).toEqual([PAGES * PAGE, "first"]);
  expect(new Set(snapshot.ok ? snapshot.value.alarms.map(({ id }) => id) : []).size).toBe(PAGES * PAGE);
});

test("EF-4.1: what fits into one page is asked for once, and nothing is early", async () => {
  const { snapshot, early } = await read(PAGE);
  expect(early).toEqual([]);
  expect(snapshot.ok && snapshot.value.alarms.length).toBe(PAGE);
  expect(asked.filter((one) => one.startsWith("alarms")).sort()).toEqual(
    ["alarms raised", ...["unacknowledged", "acknowledged", "rectified"].map((one) => `alarms cleared ${one}`)].sort(),
  );
});

test.each([
  ["the top", /^alarms warning/, 0],
  ["the devices", /^devices/, 0],
  ["a later page", /^alarms raised 1000/, 1],
  ["what is over and not closed", /^alarms cleared rectified/, 1],
] as const)("a hub that refuses %s gave no list", async (_, refuse, earlyOnes) => {
  const { snapshot, early } = await read(PAGES * PAGE, refuse);
  expect(early).toHaveLength(earlyOnes);
  expect(snapshot.ok ? null : snapshot.error.status).toBe(503);
});
