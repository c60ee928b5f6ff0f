import { type Content, dianan } from "@dianan/codec";
import type { Finding } from "../case.ts";
import { spoilt } from "./command-cases.ts";
import { wrong } from "./device-case.ts";
import { type DiananCase, done, locate, make, NONE, report, setClock } from "./dianan-case.ts";
import type { DiananSeat } from "./dianan-seat.ts";
import { core, isNotDone, refusal } from "./dianan-told.ts";

const HOUR_MS = 3_600_000;
const confirmsOf =
  (outcome: number) =>
  (one: Content): boolean =>
    one.kind === "confirm" && one.outcome === outcome;

const spoiltCommand = (seat: DiananSeat, change: (bytes: Uint8Array) => Uint8Array): Promise<Finding | null> => {
  const sound = seat.make([report], { wanted: true });
  return isNotDone(seat, change(sound), sound);
};

const answers: readonly DiananCase[] = [
  make(
    {
      ...core,
      id: "confirms",
      requirements: ["DP-5.1-01"],
      zh: "要求确认的帧得到确认",
      en: "a frame with confirmWanted is confirmed",
    },
    async (seat) => {
      const bytes = seat.make([report], { wanted: true });
      const { confirms } = await seat.command(bytes);
      return confirms.some(confirmsOf(dianan.confirmations.stored.code))
        ? null
        : wrong("no-answer", "a confirm: stored", `${confirms.length} confirms`, bytes);
    },
  ),
  make(
    {
      ...core,
      id: "results",
      requirements: ["DP-4.8-01"],
      zh: "每条命令有一个结果",
      en: "one result for each command",
    },
    async (seat) => {
      const bytes = seat.make([report, setClock, report]);
      const { results } = await seat.command(bytes, 3);
      const told = results
        .map(({ index }) => index)
        .sort()
        .join(", ");
      return told === "0, 1, 2"
        ? null
        : wrong("missing", "results of the records 0, 1, 2", told === "" ? "none" : told, bytes);
    },
  ),
  make(
    {
      ...core,
      id: "unknown-record",
      requirements: ["DP-7-01"],
      zh: "未知记录不影响其余记录",
      en: "a record that is not known costs no other",
    },
    async (seat) => {
      const bytes = seat.make([{ kind: "unknown", tag: 120, bytes: Uint8Array.of(1, 2, 3) }, report]);
      const { results } = await seat.command(bytes);
      return results.some(({ index, outcome }) => index === 1 && outcome === done.code)
        ? null
        : wrong("lost-or-invented", "record 1: done", JSON.stringify(results), bytes);
    },
  ),
  make(
    {
      ...core,
      id: "later-fields",
      requirements: ["DP-7-01"],
      zh: "记录末尾的新字段不影响命令",
      en: "fields of later versions at a record's end cost nothing",
    },
    async (seat) => {
      const bytes = seat.make([{ ...report, unparsed: Uint8Array.of(9, 9) } as Content]);
      const { results } = await seat.command(bytes);
      return results[0]?.outcome === done.code ? null : wrong("refused", "done", JSON.stringify(results), bytes);
    },
  ),
];

const refusals: readonly DiananCase[] = [
  make(
    {
      ...refusal,
      id: "expired",
      requirements: ["DP-4.10-01"],
      zh: "过期的命令不执行",
      en: "what is expired is not obeyed",
    },
    (seat) => {
      const expiry: Content = { kind: "expiry", at: dianan.secondsOf(Date.now() - HOUR_MS), unparsed: NONE };
      const bytes = seat.make([setClock, expiry, report]);
      // The clock is set first, so that the device knows that it is late.
      return isNotDoneAt(seat, bytes, 2);
    },
  ),
  make(
    {
      ...core,
      id: "not-yet-expired",
      requirements: ["DP-4.8-01"],
      zh: "未过期的命令执行",
      en: "what is not yet expired is obeyed",
    },
    async (seat) => {
      const expiry: Content = { kind: "expiry", at: dianan.secondsOf(Date.now() + HOUR_MS), unparsed: NONE };
      const bytes = seat.make([setClock, expiry, report]);
      const { results } = await seat.command(bytes, 2);
      return results.some(({ index, outcome }) => index === 2 && outcome === done.code)
        ? null
        : wrong("refused", "record 2: done", JSON.stringify(results), bytes);
    },
  ),
  make(
    {
      ...refusal,
      id: "unsecured",
      requirements: ["DP-4.10-02"],
      zh: "不带认证码的动作命令不执行",
      en: "an action without an authentication code is not obeyed",
      needs: ["guarded"],
    },
    (seat) => {
      const bytes = seat.make([locate], { plain: true });
      return isNotDone(seat, bytes, bytes);
    },
  ),
  make(
    {
      ...refusal,
      id: "bad-check",
      requirements: ["DP-3.1-02"],
      zh: "校验错误的命令不执行",
      en: "a command with a wrong check value is not obeyed",
    },
    (seat) => spoiltCommand(seat, (bytes) => spoilt(bytes, bytes.length - 1, (byte) => byte + 1)),
  ),
  make(
    {
      ...refusal,
      id: "bad-bit",
      requirements: ["DP-3.1-02"],
      asks: "robust",
      zh: "一位翻转的命令不执行",
      en: "a command with one bit changed is not obeyed",
    },
    (seat) => spoiltCommand(seat, (bytes) => spoilt(bytes, 16, (byte) => byte ^ 4)),
  ),
  make(
    {
      ...refusal,
      id: "another-device",
      requirements: ["DP-3.1-01"],
      zh: "其他设备的命令不执行",
      en: "a command for another device is not obeyed",
    },
    (seat) => {
      const sound = seat.make([report]);
      const decoded = dianan.decodeFrame(sound);
      if (!decoded.ok) throw new TypeError("the kit's own frame does not decode");
      const other = {
        ...decoded.value,
        device: decoded.value.device + 1,
        mac: null,
        options: { ...decoded.value.options, secured: false },
      };
      return isNotDone(seat, dianan.encodeFrame(other), sound);
    },
  ),
];

const isNotDoneAt = async (seat: DiananSeat, bytes: Uint8Array, which: number): Promise<Finding | null> => {
  const { results } = await seat.command(bytes, 2);
  const bad = results.find(({ index, outcome }) => index === which && outcome === done.code);
  return bad === undefined ? null : wrong("accepted", `record ${which}: expired`, "done", bytes);
};

/** Cases of what a device of the open protocol is told. */
export const diananCommandCases: readonly DiananCase[] = [...answers, ...refusals];
