import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openTestHub, putPlace } from "./http-fixture.ts";

test("the calls of docs/thresholds.md work as they stand, in their order, and its rule is one", async () => {
  const page = readFileSync(new URL("../../../docs/thresholds.md", import.meta.url), "utf8");
  const calls = [...page.matchAll(/curl (?:[^\n]|\n(?!curl|#|```))*/g)].map(([text]) => ({
    method: /-X (\w+)/.exec(text)?.[1] ?? "GET",
    path: /\$HUB(\/\S+)/.exec(text)?.[1] ?? "",
    body: /-d '([^']+)'/.exec(text)?.[1],
    tag: /If-Match: ("\d+")/.exec(text)?.[1],
  }));
  expect(calls.map(({ method }) => method)).toEqual(["GET", "PUT", "POST"]);
  const rule: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "null");
  const hub = await openTestHub();
  try {
    await putPlace(hub);
    for (const { method, path, body, tag } of calls) {
      const answer = await hub.call(method, path, body, tag === undefined ? {} : { "if-match": tag });
      expect(answer.status, `${method} ${path} ${await answer.text()}`).toBe(200);
    }
    const set = { rules: [rule], reason: "r" };
    expect((await hub.call("PUT", "/api/v1/thresholds", set)).status).toBe(200);
  } finally {
    await hub.end();
  }
});
