import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandDesk, openDesk } from "./command-fixture.ts";
import { deviceBody, registerDevice } from "./registry.ts";

const page = readFileSync(new URL("../../../docs/commands.md", import.meta.url), "utf8");
/** Requests of the page's shell block: address and body, as they stand there. */
const calls = (/```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? "")
  .replaceAll(/\\\n/g, " ")
  .split("\n")
  .flatMap((line) => {
    const [, path] = /\$HUB(\/[^\s"]+)/.exec(line) ?? [];
    const [, body = null] = /-d '([^']+)'/.exec(line) ?? [];
    return path === undefined ? [] : [{ path, body }];
  });

let desk: CommandDesk;
beforeAll(async () => {
  desk = await openDesk([1]);
  await registerDevice(desk.hub(), deviceBody("dev-889", "889"));
}, 30_000);
afterAll(() => desk?.end());

test("the calls of docs/commands.md work as they stand, in their order", async () => {
  const hub = desk.hub();
  expect(calls).toHaveLength(4);
  let last = "";
  for (const { path, body } of calls) {
    const answer = await hub.call(body === null ? "GET" : "POST", path.replace("<id>", last), body ?? undefined);
    const said = (await answer.json()) as { id?: string; items?: readonly object[] };
    expect(answer.status, `${path} ${JSON.stringify(said)}`).toBe(path.endsWith("/commands") ? 202 : 200);
    if (said.items !== undefined) expect(said.items).toHaveLength(2);
    last = said.id ?? last;
  }
  expect(await desk.get(last)).toMatchObject({ state: "cancelled" });
});

test("the policy of docs/commands.md is one, and every state and action that the page names is the document's", async () => {
  const [, policy = ""] = /`(\{"isT0Allowed".*?\})`/.exec(page) ?? [];
  expect((await desk.allow(JSON.parse(policy) as object)).status).toBe(200);
  const states = [...page.matchAll(/^\| `(\w+)` [一-龥]+ \|/gm)].map(([, state]) => state);
  expect(states).toHaveLength(8);
  for (const state of states) {
    const { status } = await desk.ask(desk.officer.headers, "GET", `/api/v1/commands?state=${state}`);
    expect(status, state).toBe(200);
  }
  const actions = [...page.matchAll(/^\| `(\w+)` \| type/gm)].map(([, action]) => action);
  expect(actions).toEqual(["read", "syncClock", "dutyCheck", "reset"]);
  for (const action of actions)
    expect((await desk.send("d1", { action, confirmName: "单位" })).status, action).toBe(202);
});
