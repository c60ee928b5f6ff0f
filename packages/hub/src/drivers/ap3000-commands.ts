import { type Ap3000Frame, ap3000 } from "@dianan/codec";
import type { CommandAction, CommandAnswer, CommandDriver, CommandWish } from "../ports/device-command.ts";
import { integer, notIn, portNumber, refuse, refuseNumber, strange, wholeDevice } from "./command-checks.ts";

type Message = Ap3000Frame["message"];

const actions: readonly CommandAction[] = ["read", "startCharge", "stopCharge"];
/** AP3000 V8.6: an answer is waited for 15 s. */
const ANSWER_MS = 15_000;
const PORTS_MAX = 255;
const SECONDS_MIN = 60;
const U16_MAX = 65_535;
const WATTS_MAX = 6_553;
const BALANCE_MAX = 100_000_000;
const ORDER_BYTES = 16;
const NOTHING = new Uint8Array(0);

/** Defaults are those of the shipped profiles: ten hours, 500 W. */
const limits = {
  seconds: { min: SECONDS_MIN, max: U16_MAX, or: null },
  balanceFen: { min: 0, max: BALANCE_MAX, or: 0 },
  maxSeconds: { min: SECONDS_MIN, max: U16_MAX, or: 36_000 },
  overloadW: { min: 1, max: WATTS_MAX, or: 500 },
} as const;
type Limit = keyof typeof limits;

const plans: { readonly [action: string]: (wish: CommandWish) => ReturnType<CommandDriver["plan"]> } = {
  read: (wish) => wholeDevice(wish) ?? strange(wish.parameters, []) ?? { ok: true, value: { kind: "query" } },
  stopCharge: (wish) => onPort(wish, "stop", []),
  startCharge: (wish) => onPort(wish, "start", Object.keys(limits) as Limit[]),
};

const onPort = (wish: CommandWish, kind: string, names: readonly Limit[]): ReturnType<CommandDriver["plan"]> => {
  const port = portNumber(wish, PORTS_MAX);
  if (typeof port !== "number") return port;
  const odd = strange(wish.parameters, ["order", ...names]);
  if (odd !== null) return odd;
  const { order } = wish.parameters;
  if (typeof order !== "string" || !/^[\x21-\x7e]{1,16}$/.test(order))
    return refuse("/parameters/order", "order is 1 to 16 ASCII characters.", "order 应为 1 到 16 个 ASCII 字符。");
  const numbers: { [name: string]: number } = {};
  for (const name of names) {
    const { min, max, or } = limits[name];
    const number = integer(wish.parameters[name] ?? or, min, max);
    if (number === null) return refuseNumber(name, min, max);
    numbers[name] = number;
  }
  return { ok: true, value: { kind, port, order, ...numbers } };
};

const orderBytes = (order: string): Uint8Array => {
  const bytes = new Uint8Array(ORDER_BYTES);
  bytes.set(new TextEncoder().encode(order));
  return bytes;
};

const messageOf = (question: Parameters<CommandDriver["encode"]>[0]): Message => {
  if (question.kind === "query") return { kind: "query", unparsed: NOTHING };
  const isStart = question.kind === "start";
  return {
    kind: "startStop",
    rate: 0,
    balance: Number(question.balanceFen ?? 0),
    port: Number(question.port) - 1,
    action: isStart ? 1 : 0,
    limit: Number(question.seconds ?? 0),
    order: orderBytes(String(question.order)),
    maxSeconds: isStart ? Number(question.maxSeconds) : null,
    overloadPower: isStart ? Number(question.overloadW) * 10 : null,
    qr: isStart ? 0 : null,
    unparsed: NOTHING,
  };
};

/** A device as its record has it: eight hex digits of the physical id. */
export const deviceOf = (wireAddress: string): Ap3000Frame["device"] =>
  ap3000.deviceOf(Number.parseInt(wireAddress, 16));

const OK = 0;

/** Commands of AP3000 V8.6. A device proves nothing of itself (T0). */
export const ap3000Commands: CommandDriver = {
  answerMs: ANSWER_MS,
  plan: (wish) => plans[wish.action]?.(wish) ?? notIn("AP3000", actions),
  encode: (question, { wireAddress, serial }) =>
    ap3000.encodeFrame({ device: deviceOf(wireAddress), messageId: serial, message: messageOf(question) }),
  answerOf: (question, { serial }, bytes): CommandAnswer | null => {
    const decoded = ap3000.decodeFrame(bytes);
    if (!decoded.ok) return null;
    const { message, messageId } = decoded.value;
    if (question.kind === "query")
      // It registers and sends its state; whether with the message id of the query is not said.
      return message.kind === "heartbeat" || message.kind === "register"
        ? { serial, says: "done", words: { en: "its state has come", zh: "已收到状态" } }
        : null;
    if (message.kind !== "startStopAnswer" || messageId !== serial) return null;
    const row = Object.values(ap3000.startResults).find(({ code }) => code === message.result);
    const words = { en: row?.en ?? `result ${message.result}`, zh: row?.zh ?? `结果 ${message.result}` };
    return { serial, says: message.result === OK ? "done" : "refused", words };
  },
};
