import { expect, test } from "vitest";
import { parseDoors } from "../src/commands/doors.ts";

test.each([
  ["", []],
  ["ykc=9011", [{ protocol: "ykc", host: "0.0.0.0", port: 9011 }]],
  [
    " ykc=9011 , efire-7b7b=10.0.0.5:0,",
    [
      { protocol: "ykc", host: "0.0.0.0", port: 9011 },
      { protocol: "efire-7b7b", host: "10.0.0.5", port: 0 },
    ],
  ],
  ["ap3000=[::1]:65535", [{ protocol: "ap3000", host: "::1", port: 65_535 }]],
])("--doors %j", (text, doors) => expect(parseDoors(text)).toEqual(doors));

test.each(["ykc", "ykc=", "ykc=x", "=9011", "ykc=65536", "ykc=a:b:9011", "YKC=9011", "ykc=9011;ap3000=9012", "ykc=-1"])(
  "--doors %j is refused and named",
  (text) => expect(() => parseDoors(`ap3000=9012,${text}`)).toThrow(`"${text}"`),
);
