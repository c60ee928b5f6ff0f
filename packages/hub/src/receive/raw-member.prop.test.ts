import fc from "fast-check";
import { expect, test } from "vitest";
import { rawMember } from "./raw-member.ts";

test("a member's text is what was sent, with its spaces and escapes inside", () => {
  const sent = '{ "a": [1, {"msg": 2}], "msg": { "x": "}\\",", "y": 1.50 } , "z":"msg"}';
  expect(rawMember(sent, "msg")).toBe('{ "x": "}\\",", "y": 1.50 }');
  expect(rawMember('{"\\u006dsg": "last"}', "msg")).toBe('"last"');
});

test("a member that is inside another, or a value of that name, is none", () => {
  for (const sent of ['{"a":{"msg":1}}', '{"a":"msg"}', "{}", '{"a":["msg",1]}'])
    expect(rawMember(sent, "msg"), sent).toBe(null);
});

test("whatever lies around it, its text parses to its value", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.jsonValue(),
      fc.constantFrom(0, 2),
      (others, msg, space) => {
        const object = { ...others, msg };
        const raw = rawMember(JSON.stringify(object, null, space), "msg");
        expect(JSON.stringify(JSON.parse(raw ?? "null"))).toBe(JSON.stringify(msg));
      },
    ),
  );
});
