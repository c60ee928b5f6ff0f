import { type Content, dianan } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type {
  CommandAction,
  CommandAnswer,
  CommandDriver,
  CommandQuestion,
  CommandWish,
} from "../ports/device-command.ts";
import { integer, notIn, refuse, refuseNumber, strange, wholeDevice } from "./command-checks.ts";

const NOTHING = new Uint8Array(0);
const UNKNOWN = 0xffff_ffff;
const EVERYTHING = 0xff;
const SECONDS = { min: 60, max: 604_800 };
/** A device may have to switch something before it can say so. */
const ANSWER_MS = 15_000;
const actions: readonly CommandAction[] = [
  ...([
    "read",
    "syncClock",
    "mute",
    "reset",
    "selfTest",
    "openBreaker",
    "closeBreaker",
    "startCharge",
    "stopCharge",
  ] as const),
];

/** Counters of the platform rise by one in a quarter of a second, over restarts too, until 2054 (§5.2). */
const COUNTER_FROM = Date.UTC(2020, 0, 1);
const COUNTER_MS = 256;
const counterAt = (at: Instant): number => Math.min(Math.max(Math.floor((at - COUNTER_FROM) / COUNTER_MS), 1), UNKNOWN);
/** A hub whose clock was never set answers all the same. */
const TIME_FROM = Date.UTC(2000, 0, 2);
const secondsAt = (at: Instant): number => dianan.secondsOf(Math.max(at, TIME_FROM));

/** A frame of the platform, without an authentication code. @param of - what its counter stands for, the same in a resend */
export const downFrame = (device: number, of: Instant, now: Instant, contents: readonly Content[]): Uint8Array =>
  dianan.encodeFrame({
    options: { secured: false, confirmWanted: false, down: true, reserved: 0 },
    ...{ device, counter: counterAt(of), time: secondsAt(now), mac: null },
    records: contents.map((content) => ({ content })),
  });

/** The place of a component, as its key has it; 0: the device. */
const placeOf = ({ componentKey }: CommandWish): number | null => {
  if (componentKey === null) return 0;
  for (let byte = 1; byte < 0x100; byte += 1) if (dianan.componentOf(byte) === componentKey) return byte;
  return null;
};
const noPlace = () =>
  refuse("/componentId", "The protocol has no place for this component.", "协议没有该部件对应的部位。");

const plan: CommandDriver["plan"] = (wish) => {
  const { action, parameters } = wish;
  const place = placeOf(wish);
  if (place === null) return noPlace();
  switch (action) {
    case "syncClock":
    case "mute":
    case "reset":
    case "selfTest":
      return wholeDevice(wish) ?? strange(parameters, []) ?? { ok: true, value: { action } };
    case "read":
    case "openBreaker":
    case "closeBreaker":
      return strange(parameters, []) ?? { ok: true, value: { action, place } };
    case "startCharge":
    case "stopCharge":
      return charge(wish, place);
    default:
      return notIn("DianAn DP V1", actions);
  }
};

const charge = (
  { action, parameters, componentKey }: CommandWish,
  place: number,
): ReturnType<CommandDriver["plan"]> => {
  if (componentKey?.startsWith("port/") !== true)
    return refuse("/componentId", "Name the component of one charging port.", "请填写一个充电口的部件。");
  const isStart = action === "startCharge";
  const odd = strange(parameters, isStart ? ["order", "maxSeconds"] : ["order"]);
  if (odd !== null) return odd;
  const { order, maxSeconds = SECONDS.max } = parameters;
  if (typeof order !== "string" || !/^[\x21-\x7e]{1,32}$/.test(order))
    return refuse("/parameters/order", "order is 1 to 32 ASCII characters.", "order 应为 1 到 32 个 ASCII 字符。");
  const seconds = integer(maxSeconds, SECONDS.min, SECONDS.max);
  if (seconds === null) return refuseNumber("maxSeconds", SECONDS.min, SECONDS.max);
  return { ok: true, value: { action, place, order, maxSeconds: seconds } };
};

const contentOf = (question: CommandQuestion): Content => {
  const place = Number(question.place ?? 0);
  const order = String(question.order ?? "");
  switch (question.action) {
    case "syncClock":
      return { kind: "setClock", unparsed: NOTHING };
    case "openBreaker":
    case "closeBreaker": {
      const { open, close } = dianan.switchPositions;
      const position = question.action === "openBreaker" ? open.code : close.code;
      return { kind: "switch", place, position, unparsed: NOTHING };
    }
    case "startCharge":
      return {
        ...{ kind: "startCharge", place, maxSeconds: Number(question.maxSeconds), maxEnergy: UNKNOWN },
        ...{ maxPower: UNKNOWN, amount: UNKNOWN, order, unparsed: NOTHING },
      };
    case "stopCharge":
      return { kind: "stopCharge", place, order, unparsed: NOTHING };
    case "mute":
    case "reset":
    case "selfTest": {
      const { silence, reset, selfTest } = dianan.actions;
      const { code } = { mute: silence, reset, selfTest }[question.action];
      return { kind: "act", action: code, unparsed: NOTHING };
    }
    default:
      return { kind: "report", quantity: EVERYTHING, place, unparsed: NOTHING };
  }
};

/** Place of the command among the records of its frame: behind its expiry. */
const COMMAND_INDEX = 1;

/** Commands of DianAn DP V1 §4.10. They are not secured: a device obeys those that change something only where its owner lets it. */
export const diananCommands: CommandDriver = {
  answerMs: ANSWER_MS,
  plan,
  encode: (question, { wireAddress, now, askedAt, expiresAt }) =>
    downFrame(Number(wireAddress), askedAt, now, [
      { kind: "expiry", at: expiresAt === undefined ? UNKNOWN : secondsAt(expiresAt), unparsed: NOTHING },
      contentOf(question),
    ]),
  answerOf: (_, { serial, askedAt }, bytes): CommandAnswer | null => {
    const decoded = dianan.decodeFrame(bytes);
    if (!decoded.ok) return null;
    for (const { content } of decoded.value.records) {
      if (content.kind !== "result") continue;
      if (content.command !== counterAt(askedAt) || content.index !== COMMAND_INDEX) continue;
      const row = Object.values(dianan.outcomes).find(({ code }) => code === content.outcome);
      const words = { en: row?.en ?? `outcome ${content.outcome}`, zh: row?.zh ?? `结果 ${content.outcome}` };
      const { done, failed } = dianan.outcomes;
      const says = content.outcome === done.code ? "done" : content.outcome === failed.code ? "undone" : "refused";
      return { serial, says, words };
    }
    return null;
  },
};
