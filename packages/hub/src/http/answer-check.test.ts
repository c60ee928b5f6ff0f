import { expect, test } from "vitest";
import { createAnswerCheck, noAnswerCheck } from "./answer-check.ts";
import { json } from "./http-deps.ts";

const health = { method: "GET", path: "/healthz" } as const;
const unit = { method: "GET", path: "/api/v1/units/{id}" } as const;
const lines: string[] = [];
const check = createAnswerCheck((line) => void lines.push(line));
const judged = (route: typeof health | typeof unit, answer: Response) => check(route, Promise.resolve(answer));

test("an answer that the document has goes out as it is", async () => {
  const answer = json({ status: "ok" });
  expect(await judged(health, answer)).toBe(answer);
  expect(await answer.json()).toEqual({ status: "ok" });
  const unchanged = new Response(null, { status: 304 });
  expect(await judged(unit, unchanged)).toBe(unchanged);
  expect(await check(undefined, Promise.resolve(unchanged))).toBe(unchanged);
  expect(lines).toEqual([]);
});

test("SEC-API-09: one that it does not have is a 500 that says nothing of it, and a line in the log that says what", async () => {
  const broken: readonly (readonly [typeof health | typeof unit, Response, RegExp])[] = [
    [health, json({ status: "unwell", secret: "s3cret" }), /\/status/],
    [health, json([]), /wrong type/],
    [unit, json({ id: "u1", name: "only a name" }), /regionCode: It is missing/],
    [unit, new Response("<p>", { headers: { "content-type": "text/html" } }), /text\/html is not in the document/],
    [unit, new Response(null, { status: 204 }), /204 .*is not in the document/],
  ];
  for (const [route, answer, why] of broken) {
    answer.headers.set("x-request-id", "r-1");
    const instead = await judged(route, answer);
    expect(instead.status).toBe(500);
    expect(await instead.json()).toMatchObject({ code: "internal", requestId: "r-1" });
    expect(lines.at(-1)).toMatch(why);
    expect(lines.at(-1)).toContain("r-1");
    expect(lines.join()).not.toContain("s3cret");
  }
  expect(lines.length).toBe(broken.length);
});

test("where nothing is checked everything passes", async () => {
  const answer = json({ any: "thing" });
  expect(await noAnswerCheck(health, Promise.resolve(answer))).toBe(answer);
});
