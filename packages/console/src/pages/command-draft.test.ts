import { expect, test } from "vitest";
import { commandDraft } from "./command-draft.ts";

const of = (values: { readonly [name: string]: string }) =>
  commandDraft((name) => ({ expires: "3600", reason: "核对", ...values })[name] ?? "");

test("SEC-DEV-14: a dangerous command carries the typed name of the unit, another does not", () => {
  expect(of({ action: "openBreaker", confirm: "灵水制衣厂" })).toEqual({
    ...{ action: "openBreaker", reason: "核对", expiresInSeconds: 3600, confirmName: "灵水制衣厂" },
  });
  expect(of({ action: "mute", confirm: "灵水制衣厂" })).toEqual({
    ...{ action: "mute", reason: "核对", expiresInSeconds: 3600 },
  });
});

test("reading says what it reads and of which component, and takes no other parameters", () => {
  expect(of({ action: "read", what: "version", component: "c-1", parameters: '{"x":1}' })).toEqual({
    ...{ action: "read", reason: "核对", expiresInSeconds: 3600 },
    ...{ parameters: { what: "version" }, componentId: "c-1" },
  });
});

test.each(['{"order":', "[1]", '"text"', "null", "7"])(
  "parameters %s are no object and nothing is sent",
  (parameters) => {
    expect(of({ action: "startCharge", parameters })).toBeNull();
  },
);

test("parameters of other commands are passed on as they are", () => {
  expect(of({ action: "startCharge", parameters: '{"order":"A1","maxSeconds":60}' })?.parameters).toEqual({
    ...{ order: "A1", maxSeconds: 60 },
  });
});
