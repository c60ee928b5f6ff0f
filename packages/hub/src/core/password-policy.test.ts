import { expect, test } from "vitest";
import { characterKinds, isPasswordExpired, passwordFaults } from "./password-policy.ts";

const isCommon = (text: string): boolean => ["password", "12345678", "qwertyuiop"].includes(text);
const faults = (policy: "default" | "mlps3", password: string, words: readonly string[] = ["chenlin", "灵水小学"]) =>
  passwordFaults(policy, password, words, isCommon);

test.each([
  ["correct horse battery", []],
  ["没有人猜得到的一句话", []],
  ["        ", []],
  ["a".repeat(128), []],
  ["short12", ["too-short"]],
  ["", ["too-short"]],
  ["长".repeat(129), ["too-long"]],
  ["PassWord", ["common"]],
  ["ｐａｓｓｗｏｒｄ", ["common"]],
  ["my-ChenLin-7", ["context"]],
  ["欢迎来到灵水小学", ["context"]],
])("SEC-USR-02 default: %j: %j", (password, expected) => {
  expect(faults("default", password)).toEqual(expected);
});

test.each([
  ["Correct7horse", []],
  ["correct horse 7", []],
  ["correct horse battery", ["kinds"]],
  ["correcthorse7", ["kinds"]],
  ["CORRECT-HORSE", ["kinds"]],
  ["Ab1", ["too-short"]],
])("SEC-USR-02 mlps3: %j: %j", (password, expected) => {
  expect(faults("mlps3", password)).toEqual(expected);
});

test("names of three letters do not forbid every password that holds them", () => {
  expect(faults("default", "banana boat song", ["ana", "陈"])).toEqual([]);
  expect(faults("default", "陈林的密码真的很长", ["陈林"])).toEqual(["context"]);
});

test("four kinds of characters are told apart, Chinese counts as other", () => {
  expect(characterKinds("aA1-")).toBe(4);
  expect(characterKinds("密码")).toBe(1);
  expect(characterKinds("")).toBe(0);
});

test("SEC-USR-02: after 90 days a password is old under mlps3 and never under default", () => {
  const day = 86_400_000;
  expect(isPasswordExpired("mlps3", 0, 90 * day)).toBe(false);
  expect(isPasswordExpired("mlps3", 0, 90 * day + 1)).toBe(true);
  expect(isPasswordExpired("default", 0, 9_000 * day)).toBe(false);
});
