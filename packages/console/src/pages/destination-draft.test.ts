import { expect, test } from "vitest";
import { destinationDraft, destinationFault, headersOf } from "./destination-draft.ts";

const plain = {
  ...{ name: "市级平台", url: "https://city.example/api/v1", form: "dianan", coordinate: "CGCS2000", period: "60" },
  ...{ personal: "masked", "kind-unit": "yes", "kind-alarm": "yes" },
};
const get =
  (values: { readonly [name: string]: string }) =>
  (name: string): string =>
    ({ ...plain, ...values })[name] ?? "";
const of = (values: { readonly [name: string]: string }) => destinationDraft(get(values));

test("EF-N.4: without a rate it is as fast as it answers; either bound is sent by itself", () => {
  expect(of({})).toMatchObject({ kinds: ["unit", "alarm"], periodSeconds: 60, rate: null, mapping: null });
  expect(of({ pushesPerSecond: "0.5" }).rate).toEqual({ pushesPerSecond: 0.5 });
  expect(of({ recordsPerSecond: "200" }).rate).toEqual({ recordsPerSecond: 200 });
});

test("a fire centre has addresses, and neither a rate nor a mapping, even where they were typed before", () => {
  const centre = of({
    form: "gb26875",
    sourceAddress: "350582000001",
    ...{
      centreAddress: "0",
      systemType: "1",
      systemAddress: "1",
      heartbeatSeconds: "30",
      answerSeconds: "10",
      resends: "3",
    },
    unitIds: "unit-1\n unit-2",
    expression: "$",
    pushesPerSecond: "1",
  });
  expect(centre).toMatchObject({
    centre: { sourceAddress: 350_582_000_001, resends: 3, unitIds: ["unit-1", "unit-2"] },
  });
  expect(Object.keys(centre)).not.toContain("rate");
  expect(Object.keys(centre)).not.toContain("mapping");
});

test("SEC-KEY-02: credentials are sent only where they were typed; all headers are taken away by a tick", () => {
  expect(Object.keys(of({}))).not.toContain("secret");
  expect(Object.keys(of({}))).not.toContain("headers");
  expect(of({ secret: "whsec_x", headers: "Authorization: Bearer a:b" })).toMatchObject({
    ...{ secret: "whsec_x", headers: { Authorization: "Bearer a:b" } },
  });
  expect(of({ dropHeaders: "yes" }).headers).toEqual({});
});

test.each(["no colon", "Name:", ": value", "Na me: value", "Good: yes\nbad"])("%j is no header", (text) => {
  expect(headersOf(text)).toBeNull();
  expect(destinationFault(get({ headers: text }))).toBe("/headers");
});

test("nothing chosen, and parameters that are no object, are said before anything is sent", () => {
  expect(destinationFault(get({}))).toBeNull();
  expect(destinationFault(get({ "kind-unit": "", "kind-alarm": "" }))).toBe("/kinds");
  expect(destinationFault(get({ expression: "$", parameters: "[1]" }))).toBe("/mapping/parameters");
  expect(destinationFault(get({ form: "gb26875", expression: "$", parameters: "[1]" }))).toBeNull();
});
