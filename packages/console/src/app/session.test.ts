import { expect, test } from "vitest";
import type { Account, Answer } from "../api/hub-api.ts";
import { pages } from "./route.ts";
import { createSession, pagesOf } from "./session.ts";

const refusal = (status: number): Answer<Account> => ({
  ok: false,
  error: { status, title: { zh: "拒绝", en: "refused" }, requestId: null },
});
const account = (operations: readonly string[]): Answer<Account> => ({
  ok: true,
  value: { id: "user-1", operations } as unknown as Account,
});
const after = async (answer: Answer<Account>) => {
  const session = createSession({ account: async () => answer });
  await session.read();
  return { state: session.state.value, pages: pagesOf(session, pages), session };
};

test("a role sees the screens that it may use, and no other", async () => {
  const officer = await after(account(["listAlarms", "listHandovers", "listDevices", "getAccount"]));
  expect(officer).toMatchObject({ state: "in", pages: ["alarms", "overview", "devices", "handover", "account"] });
  expect([officer.session.mayAct("listAlarms"), officer.session.mayAct("shelveAlarm")]).toEqual([true, false]);
  const administrator = await after(account(["listUsers", "listParties", "getAccount"]));
  expect(administrator.pages).toEqual(["people", "sharing", "account"]);
  expect(administrator.session.may("acknowledgeAlarm")).toBe(false);
});

test("a key or a display is nobody's account: no page of its own, and the hub decides the rest", async () => {
  expect(await after(refusal(403))).toMatchObject({
    state: "in",
    pages: ["alarms", "overview", "units", "devices", "charging"],
  });
});

test("SEC-USR-06: without a session it is out; a hub that does not answer says nothing about the session", async () => {
  expect((await after(refusal(401))).state).toBe("out");
  expect((await after(refusal(0))).state).toBe("unknown");
  expect((await after(refusal(503))).state).toBe("unknown");
});
