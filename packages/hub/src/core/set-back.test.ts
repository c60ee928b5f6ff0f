import { expect, test } from "vitest";
import { type DeviceState, newDeviceState } from "./device-state.ts";
import { notAfter } from "./set-back.ts";

const NOW = 1_000_000;
const heard = (heardAt: number): DeviceState => ({ ...newDeviceState, presence: { kind: "online", heardAt } });

test("what lies behind stays as it is", () => {
  const part = { isTrue: true, value: 5, at: NOW, heardAt: NOW, points: [[NOW, 5]] as const };
  const rule = { type: "contactBad", isOn: false, since: { at: NOW, heardAt: NOW }, parts: [part] } as const;
  for (const state of [newDeviceState, heard(NOW), { ...heard(NOW - 1), hazards: { r: rule } }])
    expect(notAfter(state, NOW)).toEqual(state);
});

test("EF-4.4.2: what was heard by a clock that was ahead counts as heard now, and stays online", () => {
  expect(notAfter(heard(NOW + 5_000), NOW).presence).toEqual({ kind: "online", heardAt: NOW });
});

test("EF-2.2: what a rule remembers of later is as of now, its value and what it says stay", () => {
  const ahead = NOW + 60_000;
  const rule = {
    type: "contactBad",
    isOn: false,
    since: { at: ahead, heardAt: NOW - 5 },
    parts: [
      { isTrue: true, value: 5, at: ahead, bits: "11" },
      { isTrue: false, value: 3, at: ahead, heardAt: ahead },
      {
        isTrue: false,
        value: 3,
        at: NOW - 1,
        points: [
          [NOW - 1, 3],
          [ahead, 4],
        ],
      },
      { isTrue: false, value: null, at: null },
    ],
  } as const;
  expect(notAfter({ ...heard(NOW), hazards: { r: rule } }, NOW).hazards).toEqual({
    r: {
      ...rule,
      since: { at: NOW, heardAt: NOW - 5 },
      parts: [
        { isTrue: true, value: 5, at: NOW, bits: "11" },
        { isTrue: false, value: 3, at: NOW, heardAt: NOW },
        { isTrue: false, value: 3, at: NOW - 1, points: [[NOW - 1, 3]] },
        { isTrue: false, value: null, at: null },
      ],
    },
  });
});
