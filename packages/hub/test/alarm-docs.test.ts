import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { alarm, openTestHub, putPlace } from "./http-fixture.ts";

/** Requests of the page's shell block: address and body, as they stand there. */
const calls = (): readonly { readonly path: string; readonly body: string | null }[] => {
  const page = readFileSync(new URL("../../../docs/alarms.md", import.meta.url), "utf8");
  const block = /```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  return block.split("\n").flatMap((line) => {
    const [, path] = /\$HUB(\/[^\s"]+)/.exec(line) ?? [];
    const [, body = null] = /-d '([^']+)'/.exec(line) ?? [];
    return path === undefined ? [] : [{ path, body }];
  });
};

test("the calls of docs/alarms.md work as they stand, in their order", async () => {
  const hub = await openTestHub();
  try {
    await putPlace(hub);
    const recovered = { recoveredAt: "2026-01-02T11:30:05+08:00" };
    const items = ["al-1", "al-2", "al-3"].map((id) => ({ ...alarm, id, ...recovered }));
    await hub.call("POST", "/api/v1/alarms", { items });
    const asked = calls();
    expect(asked.length).toBeGreaterThan(7);
    for (const { path, body } of asked) {
      const answer = await hub.call(body === null ? "GET" : "POST", path, body ?? undefined);
      expect(answer.status, `${path} ${await answer.text()}`).toBe(200);
    }
    const closed = (await (await hub.call("GET", "/api/v1/alarms/al-1")).json()) as { state: string };
    expect(closed).toMatchObject({ state: "cleared", handling: { stage: "closed", closure: { reason: "resolved" } } });
  } finally {
    await hub.end();
  }
});
