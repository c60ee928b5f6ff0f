import { gb26875 } from "@dianan/codec";
import type { Asked } from "./faulty-platform.ts";
import { asKey, butSays, isOf, jsonOf, keyOf, type PlatformMutant, withHeader, withItems } from "./platform-mutant.ts";

const isEvents = (asked: Asked): boolean => isOf(asked, "POST", /^\/api\/v1\/uplink\/events$/);
const conditionsOf = ({ body }: Asked): readonly { readonly present?: unknown }[] => {
  const { conditions } = jsonOf(body);
  return Array.isArray(conditions) ? conditions : [];
};
const isRecovery = (asked: Asked): boolean => conditionsOf(asked).some(({ present }) => present === false);
const isPresence = (asked: Asked): boolean => isOf(asked, "GET", /^\/api\/v1\/presence-changes\?deviceId/);
const isAlarms = (asked: Asked): boolean => isOf(asked, "GET", /^\/api\/v1\/alarms\?deviceId/);

/** Timed-out offline is told as of another time. */
const timedOutLater = (ms: number) =>
  butSays((said, asked) =>
    isPresence(asked)
      ? withItems(said, (items) =>
          items.map((one) =>
            one.presence === "timedOut" ? { ...one, at: new Date(Date.parse(String(one.at)) + ms).toISOString() } : one,
          ),
        )
      : said,
  );

/** Wrong platforms: who is believed, and who is missed. */
export const trustMutants: Readonly<Record<string, PlatformMutant>> = {
  "MP-06": {
    mistake: "timed-out offline is never told",
    ...{ caughtBy: "API-SILENCE-01", cases: ["API/silence/timed-out", "API/silence/online"] },
    ...{ timedOutAfterMs: 2_000, patienceMs: 1_000 },
    answer: butSays((said, asked) =>
      isPresence(asked) ? withItems(said, (items) => items.filter(({ presence }) => presence !== "timedOut")) : said,
    ),
  },
  "MP-06b": {
    mistake: "timed-out offline is told after seven hours in the place of six",
    ...{ caughtBy: "API-SILENCE-01", cases: ["API/silence/timed-out"], timedOutAfterMs: 12_000 },
    answer: timedOutLater(2_000),
  },
  "MP-06c": {
    mistake: "a device is timed-out as soon as it is offline",
    ...{ caughtBy: "API-SILENCE-01", cases: ["API/silence/not-before"], timedOutAfterMs: 12_000 },
    answer: timedOutLater(-6_000),
  },
  "MP-25": {
    mistake: "a recovery without a key is believed",
    ...{ caughtBy: "API-TRUST-01", cases: ["API/trust/no-key", "API/trust/platform-key"] },
    answer: async (asked, right, { hub, seen }) => {
      if (!isEvents(asked)) return right(asked);
      const last = seen.get("device key");
      const isOwn = keyOf(asked) !== "" && keyOf(asked) !== hub.key;
      if (isOwn) seen.set("device key", keyOf(asked));
      return right(!isOwn && isRecovery(asked) && last !== undefined ? asKey(asked, last) : asked);
    },
  },
  "MP-25b": {
    mistake: "whoever has a device's key may clear the alarms of every device",
    ...{ caughtBy: "API-TRUST-01", cases: ["API/trust/another-device"] },
    answer: async (asked, right, { seen }) => {
      if (!isEvents(asked)) return right(asked);
      if (!isRecovery(asked)) {
        seen.set("in alarm", keyOf(asked));
        return right(asked);
      }
      return right(withHeader(asked, "authorization", `Bearer ${seen.get("in alarm") ?? keyOf(asked)}`));
    },
  },
  "MP-25c": {
    mistake: "an address is looked up without its protocol",
    ...{ caughtBy: "API-TRUST-01", cases: ["API/trust/another-protocol"] },
    frame:
      ({ seen }) =>
      (bytes, { toHub }) => {
        const decoded = gb26875.decodeFrame(bytes, { direction: "up" });
        if (decoded.ok && decoded.value.message.kind === "componentStatus") seen.set("recovered", "yes");
        toHub(bytes);
      },
    answer: butSays((said, asked, { seen }) =>
      isAlarms(asked) && seen.has("recovered")
        ? withItems(said, (items) => items.map((one) => ({ ...one, state: "cleared", clearedAt: one.occurredAt })))
        : said,
    ),
  },
  "MP-25d": {
    mistake: "a recovery in a frame with a wrong checksum is believed",
    ...{ caughtBy: "API-TRUST-01", cases: ["API/trust/broken"] },
    chunk:
      () =>
      (bytes, { toHub }) =>
        toHub(
          bytes.length > 30
            ? bytes.with(bytes.length - 3, bytes.subarray(2, -3).reduce((sum, byte) => sum + byte, 0) & 0xff)
            : bytes,
        ),
  },
};
