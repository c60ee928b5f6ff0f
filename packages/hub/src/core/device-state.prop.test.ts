import fc from "fast-check";
import { expect, test } from "vitest";
import { type DeviceRules, stepDevice } from "./device.ts";
import {
  type DeviceState,
  hasDigest,
  isOnlyHeard,
  newDeviceState,
  restoredState,
  storedState,
  withFrames,
} from "./device-state.ts";

const rules: DeviceRules = { offlineAfterMs: 900_000, linkGraceMs: 60_000, componentsMax: 8 };
const T = Date.UTC(2026, 10, 20);
const digestOf = (n: number): string => String(n).padStart(16, "0");

test("SEC-DEV-06: a state with the frames that came since it was written is the state that was in memory", () => {
  const frame = fc.record({
    digest: fc.nat(40).map(digestOf),
    isAlarm: fc.nat(9).map((n) => n === 0),
    after: fc.integer({ min: 1, max: 60_000 }),
  });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 60 }), fc.nat(60), (frames, restart) => {
      let state: DeviceState = newDeviceState;
      let written = storedState(state);
      /** Frames that are stored; the hub does not store a repeat. */ const stored: { at: number; digest: string }[] =
        [];
      let at = T;
      for (const [n, { digest, isAlarm, after }] of frames.entries()) {
        at += after;
        const before = state;
        const isKnown = hasDigest(before, digest);
        const events = [
          {
            kind: "condition",
            component: null,
            type: "smokeAlarm",
            present: isAlarm,
            at: null,
            rawCode: "",
            rawText: "",
          },
        ] as const;
        state = stepDevice(before, { kind: "frame", at, digest, events, nextId: () => `a${n}` }, rules).state;
        if (!isKnown) stored.push({ at, digest });
        if (!isOnlyHeard(before, state)) written = storedState(state);
        if (n !== restart) continue;
        const again = withFrames(restoredState(JSON.parse(JSON.stringify(written)), state.components), stored);
        // A repeat says nothing that is stored, so that the time it came may be forgotten.
        const { heardAt } = again.presence;
        expect({ ...again, presence: { ...again.presence, heardAt: state.presence.heardAt } }).toEqual(state);
        expect(heardAt).toBe(isKnown ? Math.max(...stored.map((one) => one.at), written.presence.heardAt ?? 0) : at);
      }
    }),
  );
});
