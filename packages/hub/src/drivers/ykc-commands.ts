import { type YkcFrame, ykc } from "@dianan/codec";
import type {
  CommandAction,
  CommandAnswer,
  CommandDriver,
  CommandEnvelope,
  CommandQuestion,
  CommandWish,
} from "../ports/device-command.ts";
import { integer, notIn, portNumber, refuse, refuseNumber, strange, wholeDevice } from "./command-checks.ts";

type Body = YkcFrame["body"];
type Code = { readonly code: number; readonly zh: string; readonly en: string };

const actions: readonly CommandAction[] = ["read", "startCharge", "stopCharge", "syncClock", "reset"];
const GUNS_MAX = 99;
const BALANCE_MAX = 100_000_000;
/** Reboot when no gun charges. */
const WHEN_IDLE = 2;
const NO_CARD = "0".repeat(16);
/** Result of most answers of a pile. */
const DONE = 1;
const plans: { readonly [action: string]: (wish: CommandWish) => ReturnType<CommandDriver["plan"]> } = {
  read: (wish) => onGun(wish, "readRealtime", []),
  stopCharge: (wish) => onGun(wish, "remoteStop", []),
  startCharge: (wish) => {
    const balance = integer(wish.parameters.balanceFen, 1, BALANCE_MAX);
    if (balance === null) return refuseNumber("balanceFen", 1, BALANCE_MAX);
    const { card = NO_CARD } = wish.parameters;
    if (typeof card !== "string" || !/^[0-9]{16}$/.test(card))
      return refuse("/parameters/card", "card is 16 digits.", "card 应为 16 位数字。");
    const planned = onGun(wish, "remoteStart", ["balanceFen", "card"]);
    return planned.ok ? { ok: true, value: { ...planned.value, balance, card } } : planned;
  },
  syncClock: (wish) => onPile(wish, "setClock"),
  reset: (wish) => onPile(wish, "reboot"),
};

const onGun = (wish: CommandWish, kind: string, known: readonly string[]): ReturnType<CommandDriver["plan"]> => {
  const gun = portNumber(wish, GUNS_MAX);
  if (typeof gun !== "number") return gun;
  return strange(wish.parameters, known) ?? { ok: true, value: { kind, gun: String(gun).padStart(2, "0") } };
};
const onPile = (wish: CommandWish, kind: string): ReturnType<CommandDriver["plan"]> =>
  wholeDevice(wish) ?? strange(wish.parameters, []) ?? { ok: true, value: { kind } };

/** Two bytes of the hub's own number; an answer repeats them. */
export const seqOf = (serial: number): Uint8Array => Uint8Array.of(serial >> 8, serial & 0xff);

const two = (value: number): string => String(value).padStart(2, "0");
/** Transaction number (交易流水号): pile, gun, YYMMDDhhmmss, counter. The same in every resend. */
const transactionOf = (
  gun: string,
  { wireAddress, serial, askedAt }: CommandEnvelope,
  utcOffsetMinutes: number,
): string => {
  const { year, month, day, hour, minute, millisecond } = ykc.timeOf(askedAt, utcOffsetMinutes);
  const time = [year % 100, month, day, hour, minute, Math.floor(millisecond / 1_000)].map(two).join("");
  return `${wireAddress}${gun}${time}${String(serial % 10_000).padStart(4, "0")}`;
};

/** Commands of YKC V1.6. A pile proves nothing of itself (T0). */
export const createYkcCommands = (utcOffsetMinutes: number): CommandDriver => {
  const bodyOf = (question: CommandQuestion, envelope: CommandEnvelope): Body => {
    const { kind } = question;
    const gun = String(question.gun ?? "");
    const pile = envelope.wireAddress;
    switch (kind) {
      case "readRealtime":
      case "remoteStop":
        return { kind, pile, gun, unparsed: NOTHING };
      case "remoteStart":
        return {
          kind,
          transaction: transactionOf(gun, envelope, utcOffsetMinutes),
          pile,
          gun,
          card: String(question.card),
          physicalCard: new Uint8Array(8),
          balance: Number(question.balance),
          unparsed: NOTHING,
        };
      case "setClock":
        return { kind, pile, time: ykc.timeOf(envelope.now, utcOffsetMinutes), unparsed: NOTHING };
      default:
        return { kind: "reboot", pile, when: WHEN_IDLE, unparsed: NOTHING };
    }
  };
  return {
    plan: (wish) => plans[wish.action]?.(wish) ?? notIn("YKC", actions),
    encode: (question, envelope) =>
      ykc.encodeFrame({ seq: seqOf(envelope.serial), encryption: 0, body: bodyOf(question, envelope) }),
    answerOf: (question, { wireAddress, serial }, bytes): CommandAnswer | null => {
      const decoded = ykc.decodeFrame(bytes);
      if (!decoded.ok) return null;
      const { body, seq } = decoded.value;
      if (!("pile" in body) || body.pile !== wireAddress) return null;
      // The document has an answer repeat the number of its request; what is read is answered by the next state all the same.
      const isMine = seq[0] === serial >> 8 && seq[1] === (serial & 0xff);
      if (body.kind !== "realtime" && !isMine) return null;
      return answerTo(question, serial, body);
    },
  };
};

const NOTHING = new Uint8Array(0);

const answerTo = (question: CommandQuestion, serial: number, body: Body): CommandAnswer | null => {
  const done = (en: string, zh: string): CommandAnswer => ({ serial, says: "done", words: { en, zh } });
  const judged = (result: number, reason: number, table: Readonly<Record<string, Code>>): CommandAnswer => {
    if (result === DONE) return done("done", "已执行");
    const row = Object.values(table).find(({ code }) => code === reason);
    return { serial, says: "refused", words: { en: row?.en ?? `reason ${reason}`, zh: row?.zh ?? `原因 ${reason}` } };
  };
  const isGun = "gun" in body && body.gun === question.gun;
  switch (`${question.kind}/${body.kind}`) {
    case "readRealtime/realtime":
      return isGun ? done("its state has come", "已收到状态") : null;
    case "setClock/setClockAnswer":
      return done("the clock is set", "已校时");
    default:
      if (question.kind === "remoteStart" && body.kind === "remoteStartAnswer" && isGun)
        return judged(body.result, body.reason, ykc.startFailures);
      if (question.kind === "remoteStop" && body.kind === "remoteStopAnswer" && isGun)
        return judged(body.result, body.reason, ykc.stopFailures);
      return question.kind === "reboot" && body.kind === "rebootAnswer" ? judged(body.result, 0, {}) : null;
  }
};
