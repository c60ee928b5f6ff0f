import { setTimeout as sleep } from "node:timers/promises";
import { dianan } from "@dianan/codec";
import { spoilt } from "./command-cases.ts";
import { wrong } from "./device-case.ts";
import { type DiananCase, locate, make, quiet, report, setClock } from "./dianan-case.ts";
import { core, isDone, isNotDone, refusal } from "./dianan-told.ts";

const stream = { requirements: ["DP-3.1-03"], polarity: "negative", asks: "robust" } as const;

const secured: readonly DiananCase[] = [
  make(
    {
      ...core,
      id: "authentic",
      requirements: ["DP-6-01"],
      zh: "设备的帧带正确的认证码",
      en: "the device's frames have the right code",
      needs: ["secured"],
    },
    async (seat) => {
      const { bytes } = await seat.nextUpload();
      return seat.hmac !== null && dianan.isAuthentic(bytes, seat.hmac)
        ? null
        : wrong("wrong-bytes", "HMAC-SHA-256 of the frame, its first 8 bytes", "another code, or none", bytes);
    },
  ),
  make(
    {
      ...core,
      id: "secured-command",
      requirements: ["DP-6-01"],
      zh: "带认证码的动作命令得到结果",
      en: "an action with its code has a result",
      needs: ["secured"],
    },
    async (seat) => {
      const bytes = seat.make([locate]);
      const { results } = await seat.command(bytes);
      return results.length === 1 ? null : wrong("no-answer", "one result", `${results.length}`, bytes);
    },
  ),
  make(
    {
      ...refusal,
      id: "bad-code",
      requirements: ["DP-6-01"],
      zh: "认证码错误的命令不执行",
      en: "a command with a wrong code is not obeyed",
      needs: ["secured"],
    },
    (seat) => {
      const sound = seat.make([report]);
      const decoded = dianan.decodeFrame(sound);
      if (!decoded.ok || decoded.value.mac === null) throw new TypeError("the kit's own frame is not secured");
      return isNotDone(
        seat,
        dianan.encodeFrame({ ...decoded.value, mac: { bytes: decoded.value.mac.bytes.map((byte) => byte ^ 1) } }),
        sound,
      );
    },
  ),
  make(
    {
      ...refusal,
      id: "repeat",
      requirements: ["DP-5.2-03"],
      asks: "robust",
      zh: "重复的命令再次确认但不再执行",
      en: "a command that is repeated is confirmed again and not done again",
      needs: ["secured"],
    },
    async (seat) => {
      const bytes = seat.make([report], { wanted: true });
      await seat.command(bytes);
      const since = seat.heard.length;
      seat.link.send(bytes);
      await quiet(seat);
      const { confirms, results } = seat.said(bytes, since);
      if (confirms.length === 0) return wrong("no-answer", "a confirm again", "none", bytes);
      return results.length === 0 ? null : wrong("accepted", "nothing done", "done again", bytes);
    },
  ),
  make(
    {
      ...refusal,
      id: "stale",
      requirements: ["DP-5.2-03"],
      zh: "计数器更低的命令不执行",
      en: "a command with a lower counter is not obeyed",
      needs: ["secured"],
    },
    async (seat) => {
      await seat.command(seat.make([report]));
      const old = seat.make([report], { counter: seat.lastCounter - 1_000 });
      return isNotDone(seat, old, old);
    },
  ),
];

const streams: readonly DiananCase[] = [
  make({ ...stream, id: "one-by-one", zh: "逐字节到达的命令", en: "a command that comes byte by byte" }, (seat) =>
    isDone(seat, async (bytes) => {
      // A confirm between two bytes would be the kit's own mistake.
      seat.answer = () => "silence";
      for (const byte of bytes) {
        seat.link.send(Uint8Array.of(byte));
        await sleep(2);
      }
    }),
  ),
  make({ ...stream, id: "joined", zh: "两帧在一个包中", en: "two frames in one packet" }, (seat) => {
    const first = seat.make([setClock]);
    return isDone(seat, (bytes) => seat.link.send(Buffer.concat([first, bytes])));
  }),
  make({ ...stream, id: "after-garbage", zh: "乱码之后的命令", en: "a command behind garbage" }, (seat) =>
    isDone(seat, (bytes) => seat.link.send(Buffer.concat([Buffer.from("da08ffdaffffff2323000102", "hex"), bytes]))),
  ),
  make({ ...stream, id: "after-broken", zh: "坏帧之后的命令", en: "a command behind a broken frame" }, (seat) =>
    isDone(seat, (bytes) =>
      seat.link.send(Buffer.concat([spoilt(bytes, bytes.length - 1, (byte) => byte + 1), bytes])),
    ),
  ),
  make(
    {
      ...stream,
      id: "lying-length",
      zh: "长度超限的假起始符之后的命令",
      en: "a command behind a false start with a length over the limit",
    },
    (seat) => isDone(seat, (bytes) => seat.link.send(Buffer.concat([Buffer.from("da00ffff", "hex"), bytes]))),
  ),
];

/** Cases of authentication codes, and of how bytes arrive. */
export const diananWireCases: readonly DiananCase[] = [...secured, ...streams];
