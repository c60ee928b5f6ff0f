import { expect, test } from "vitest";
import { targetsOf } from "./target-lines.ts";

test("RF-3: a community in each line, with any of the usual separators; bases stay with their community", () => {
  const bases = { fireIndustry: 12 };
  expect(targetsOf("灵水,14,23\n\n 大布林 ，10，20 \r\n曾林\t0\t1\n", [{ community: "灵水", bases }])).toEqual({
    ok: true,
    value: [
      { community: "灵水", electricalFireTarget: 14, chargingTarget: 23, bases },
      { community: "大布林", electricalFireTarget: 10, chargingTarget: 20 },
      { community: "曾林", electricalFireTarget: 0, chargingTarget: 1 },
    ],
  });
});

test.each([
  ["", { kind: "empty" }],
  [" \n\n", { kind: "empty" }],
  ["灵水,14", { kind: "badLine", line: 1 }],
  ["灵水,14,23\n社区,电气,充电", { kind: "badLine", line: 2 }],
  ["灵水,-1,2", { kind: "badLine", line: 1 }],
  ["灵水,1.5,2", { kind: "badLine", line: 1 }],
  [",1,2", { kind: "badLine", line: 1 }],
  ["灵水,1,2,3,4", undefined],
  ["灵水,1,2\n灵水,3,4", { kind: "twice", community: "灵水" }],
])("%j is no list of targets", (text, error) => {
  const read = targetsOf(text, []);
  if (error === undefined) expect(read.ok && read.value[0]?.community).toBe("灵水,1,2");
  else expect(read).toEqual({ ok: false, error });
});
