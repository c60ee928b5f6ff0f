import { type Content, type DiananFrame, dianan } from "@dianan/codec";
import { type DiananMutant, hmac, longPeriod, RESEND_MS, rewritten } from "./dianan-device.ts";

type Change = (frame: DiananFrame) => DiananFrame;
const NONE = new Uint8Array(0);
const frames = (chunk: Uint8Array): readonly Uint8Array[] => dianan.cutFrames(NONE, chunk).frames;
const each = (change: Change) => () => (chunk: Uint8Array) => {
  const all = frames(chunk);
  return all.length === 0 ? chunk : Buffer.concat(all.map((bytes) => rewritten(bytes, change)));
};
const has = ({ records }: DiananFrame, kind: Content["kind"]): boolean =>
  records.some(({ content }) => content.kind === kind);
const withContents = (frame: DiananFrame, change: (content: Content) => Content | null): DiananFrame => {
  const contents = frame.records.map(({ content }) => change(content));
  return { ...frame, records: contents.flatMap((content) => (content === null ? [] : [{ content }])) };
};
const asConfirm =
  (change: (content: Extract<Content, { kind: "confirm" }>) => Content): Change =>
  (frame) =>
    has(frame, "confirm") ? withContents(frame, (one) => (one.kind === "confirm" ? change(one) : one)) : frame;
const decoded = (bytes: Uint8Array): DiananFrame | null => {
  const frame = dianan.decodeFrame(bytes);
  return frame.ok ? frame.value : null;
};

/** Wrong devices of the open protocol. */
export const diananMutants: Readonly<Record<string, DiananMutant>> = {
  "PD-01": { mistake: "it never sends again", caughtBy: "DP-5.1-04", options: { resendAfterMs: 60_000 } },
  "PD-02": {
    mistake: "what is sent again is a new frame",
    caughtBy: "DP-5.1-03",
    out: () => {
      const seen = new Map<string, number>();
      return (bytes) => {
        const frame = decoded(bytes);
        if (frame === null || !frame.options.confirmWanted) return bytes;
        const times = seen.get(bytes.join()) ?? 0;
        seen.set(bytes.join(), times + 1);
        return times === 0 ? bytes : rewritten(bytes, (one) => ({ ...one, counter: one.counter + 100_000 * times }));
      };
    },
  },
  "PD-03": {
    mistake: "an alarm is given up after three resends",
    caughtBy: "DP-4.3-02",
    options: { longestPauseMs: 60_000, resends: 3 },
    out: () => {
      const seen = new Map<string, number>();
      return (bytes) => {
        const times = (seen.get(bytes.join()) ?? 0) + 1;
        seen.set(bytes.join(), times);
        return times > 4 && decoded(bytes)?.options.confirmWanted === true ? null : bytes;
      };
    },
  },
  "PD-04": { mistake: "the pauses never grow", caughtBy: "DP-5.1-04", options: { resends: 10_000 } },
  "PD-05": {
    mistake: "broken is stored",
    caughtBy: "DP-5.1-05",
    into: each(asConfirm((one) => ({ ...one, outcome: 0 }))),
  },
  "PD-06": {
    mistake: "any confirm will do",
    caughtBy: "DP-5.1-04",
    into: each(
      asConfirm((one) => ({ ...one, counter: one.counter > 1_000_000 ? one.counter - 1_000_003 : one.counter })),
    ),
  },
  "PD-07": {
    mistake: "it confirms nothing",
    caughtBy: "DP-5.1-01",
    out: () => (bytes) => (decoded(bytes)?.records[0]?.content.kind === "confirm" ? null : bytes),
  },
  "PD-08": {
    mistake: "it confirms confirms",
    caughtBy: "DP-5.1-06",
    into: each((frame) =>
      has(frame, "confirm") ? { ...frame, options: { ...frame.options, confirmWanted: true } } : frame,
    ),
  },
  "PD-09": {
    mistake: "it obeys what is expired",
    caughtBy: "DP-4.10-01",
    into: each((frame) => withContents(frame, (one) => (one.kind === "expiry" ? { ...one, at: 0xffff_ffff } : one))),
  },
  "PD-10": { mistake: "it obeys whoever speaks", caughtBy: "DP-4.10-02", options: { obeysUnsecured: true } },
  "PD-11": {
    mistake: "the check value is not looked at",
    caughtBy: "DP-3.1-02",
    into: () => (bytes) => {
      // The last byte of the check value was made one higher, or a bit of the time was changed: taken for what it was.
      const lower = bytes.with(bytes.length - 1, ((bytes.at(-1) ?? 0) - 1) & 0xff);
      const turned = bytes.length > 16 ? bytes.with(16, (bytes[16] ?? 0) ^ 4) : bytes;
      return [bytes, lower, turned].find((one) => decoded(one) !== null) ?? bytes;
    },
  },
  "PD-12": {
    mistake: "a record that is not known loses the frame",
    caughtBy: "DP-7-01",
    into: () => (bytes) =>
      frames(bytes).some((one) => decoded(one)?.records.some(({ content }) => content.kind === "unknown"))
        ? null
        : bytes,
  },
  "PD-13": {
    mistake: "the first command alone has a result",
    caughtBy: "DP-4.8-01",
    out: () => (bytes) =>
      rewritten(bytes, (frame) => (has(frame, "result") ? { ...frame, records: frame.records.slice(0, 1) } : frame)),
  },
  "PD-14": { mistake: "the counter begins at 0 after a restart", caughtBy: "DP-5.2-01", forgetsCounter: true },
  "PD-15": {
    mistake: "no identity after a start",
    caughtBy: "DP-4.5-01",
    options: { introduction: longPeriod.slice(1) },
  },
  "PD-16": { mistake: "an upload period of 8 h", caughtBy: "DP-4.6-01", options: { introduction: longPeriod } },
  "PD-17": { mistake: "an alarm asks for no confirm", caughtBy: "DP-4.3-01", alarms: "told" },
  "PD-18": {
    mistake: "its frames say that they go down",
    caughtBy: "DP-3.2-01",
    out: () => (bytes) => rewritten(bytes, (frame) => ({ ...frame, options: { ...frame.options, down: true } })),
  },
  "PD-19": {
    mistake: "its time is local",
    caughtBy: "DP-3.3-01",
    out: () => (bytes) => rewritten(bytes, (frame) => ({ ...frame, time: frame.time + 8 * 3600 })),
  },
  "PD-20": { mistake: "an alarm while the link is down is lost", caughtBy: "DP-4.3-02", alarms: "lost-away" },
  "PD-21": { mistake: "the recovery is of another place", caughtBy: "DP-4.3-05", place: 0x11 },
  "PD-22": {
    mistake: "it dials again at once, whatever happens",
    caughtBy: "DP-2-05",
    options: { reconnectMs: [10, 10] },
  },
  "PD-23": {
    mistake: "its code is of another key",
    caughtBy: "DP-6-01",
    options: { hmac: (bytes) => hmac(bytes).map((byte) => byte ^ 0x55) },
  },
  "PD-24": {
    mistake: "an old counter is as good as a new one",
    caughtBy: "DP-5.2-03",
    into: () => {
      let highest = 0;
      return (chunk) =>
        Buffer.concat(
          frames(chunk).map((bytes) =>
            rewritten(bytes, (frame) => {
              highest = Math.max(highest + 1, frame.counter);
              return frame.counter === highest ? frame : { ...frame, counter: highest };
            }),
          ),
        );
    },
  },
  "PD-25": {
    mistake: "a command in pieces is lost",
    caughtBy: "DP-3.1-03",
    into: () => (bytes) => (bytes.length < 20 ? null : bytes),
  },
  "PD-26": {
    mistake: "a false start loses what stands behind it",
    caughtBy: "DP-3.1-03",
    into: () => (bytes) => (bytes[1] === 8 || bytes[2] === 0xff ? null : bytes),
  },
  "PD-27": { mistake: "a self-test is an alarm", caughtBy: "DP-4.3-03", testState: 1 },
  "PD-28": { mistake: "it is silent for longer than its period", caughtBy: "DP-5.3-01", isSilent: true },
  "PD-29": {
    mistake: "frames end with noise",
    caughtBy: "DP-3.1-01",
    out: () => (bytes) => Uint8Array.of(...bytes, 0x00, 0x0d, 0x0a),
  },
  "PD-30": {
    mistake: "a timeout six times as long as is claimed",
    caughtBy: "KIT-CLAIM-02",
    options: { resendAfterMs: 6 * RESEND_MS },
  },
};
