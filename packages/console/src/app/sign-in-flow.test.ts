import { expect, test } from "vitest";
import type { SignInStep } from "../api/people-api.ts";
import { digitsOf, groupsOf, sceneOf } from "./sign-in-flow.ts";

const step = (more: Partial<SignInStep>): SignInStep => ({
  ...{ step: "secondFactor", ticket: "ticket-example-0000", methods: ["totp"], expiresAt: "2026-01-01T00:00:00+08:00" },
  ...more,
});

test("SEC-USR-04: after the password the page asks for what the hub asks for", () => {
  expect(sceneOf(step({}))).toMatchObject({ kind: "factor", isRecovery: false });
  expect(sceneOf(step({ methods: ["passkey", "recoveryCode"] }))).toMatchObject({ kind: "factor", isRecovery: true });
  expect(sceneOf(step({ step: "enrolFactor" }))).toEqual({ kind: "enrol", ticket: "ticket-example-0000", offer: null });
  expect(sceneOf(step({ step: "changePassword" })).kind).toBe("newPassword");
});

test("six digits are taken as people and phones write them", () => {
  expect(["492039", " 492 039", "492-039", "492039"].map(digitsOf)).toEqual(Array(4).fill("492039"));
  expect(groupsOf("JBSWY3DPEHPK3PXP")).toBe("JBSW Y3DP EHPK 3PXP");
});

test.each(["", "49203", "4920399", "49203a", "７f3k-9q2m"])("%j is no code of an authenticator", (typed) => {
  expect(digitsOf(typed)).toBeNull();
});
