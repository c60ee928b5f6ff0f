import { type Frame, gb26875 } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type {
  CommandAction,
  CommandAnswer,
  CommandDriver,
  CommandEnvelope,
  CommandQuestion,
  CommandWish,
} from "../ports/device-command.ts";
import type { JsonObject } from "../ports/records.ts";
import { integer, notIn, type Refused, refuse, refuseNumber, strange, wholeDevice } from "./command-checks.ts";
import { replyWords } from "./gb26875-reply-words.ts";

type Message = Frame["message"];

const { control, request, confirm, deny } = gb26875.commands;

/** What the standard has (GB/T 26875.3-2011 table 3, types 61 to 91): it has no mute, self-test, set point, breaker or charging. */
const actions: readonly CommandAction[] = ["read", "syncClock", "dutyCheck", "reset"];
/** What can be read, of whom. Types 61 to 88. */
const readable = {
  device: {
    status: "readTransmitterStatus",
    operations: "readTransmitterOperation",
    version: "readTransmitterVersion",
    configuration: "readTransmitterConfiguration",
    time: "readTransmitterTime",
  },
  system: {
    status: "readSystemStatus",
    operations: "readOperation",
    version: "readSoftwareVersion",
    configuration: "readSystemConfiguration",
    time: "readSystemTime",
  },
  component: {
    status: "readComponentStatus",
    values: "readComponentAnalog",
    configuration: "readComponentConfiguration",
  },
} as const;

/** Records that one request may ask for. GB/T 26875.3-2011 §8.2.2. */
const RECORDS_MAX = 102;
/** A duty check rings no longer than this. Minutes. */
const DUTY_MINUTES_MAX = 30;

/** Commands of GB/T 26875.3-2011. Anybody may write to the door in a device's name: it proves nothing (T0). */
export const createGb26875Commands = (
  utcOffsetMinutes: number,
  /** Of a dialect. */ context: NonNullable<Parameters<typeof gb26875.encodeFrame>[1]> = {},
): CommandDriver => {
  const timeAt = (at: number): Frame["time"] => gb26875.timeLabelOf(at, utcOffsetMinutes);

  const plan: CommandDriver["plan"] = (wish) => {
    if (!actions.includes(wish.action)) return notIn("GB/T 26875.3", actions);
    if (wish.action === "read") return planRead(wish);
    const odd = wholeDevice(wish) ?? strange(wish.parameters, wish.action === "dutyCheck" ? ["timeoutMinutes"] : []);
    if (odd !== null) return odd;
    if (wish.action !== "dutyCheck")
      return { ok: true, value: { kind: wish.action === "reset" ? "initialise" : "setClock" } };
    const timeoutMinutes = integer(wish.parameters.timeoutMinutes ?? 10, 1, DUTY_MINUTES_MAX);
    return timeoutMinutes === null
      ? refuseNumber("timeoutMinutes", 1, DUTY_MINUTES_MAX)
      : { ok: true, value: { kind: "dutyCheck", timeoutMinutes } };
  };

  const encodeMessage = (question: CommandQuestion, now: Instant): Message => {
    const kind = String(question.kind);
    if (kind === "setClock") return { kind, time: timeAt(now) } as Message;
    if (kind === "readOperation" || kind === "readTransmitterOperation")
      return { ...question, start: timeAt(Number(question.start)) } as unknown as Message;
    return question as unknown as Message;
  };
  const frameOf = (question: CommandQuestion, { wireAddress, serial, now }: CommandEnvelope): Frame => ({
    serial,
    version: { main: 1, user: 1 },
    time: timeAt(now),
    source: 0,
    destination: Number(wireAddress),
    command: String(question.kind).startsWith("read") ? request.code : control.code,
    message: encodeMessage(question, now),
  });

  return {
    plan,
    encode: (question, envelope) => gb26875.encodeFrame(frameOf(question, envelope), context),
    answerOf: (question, envelope, bytes): CommandAnswer | null => {
      const decoded = gb26875.decodeFrame(bytes, { ...context, direction: "up" });
      if (!decoded.ok || !gb26875.isAnswerTo(decoded.value, frameOf(question, envelope))) return null;
      const { serial, command, message } = decoded.value;
      if (command === deny.code) return { serial, says: "deny", words: { en: "denied", zh: "设备否认" } };
      if (command === confirm.code) return { serial, says: "done", words: { en: "confirmed", zh: "设备已确认" } };
      return isAbout(question, message)
        ? { serial, says: "done", words: replyWords(message) }
        : { serial, says: "deny", words: { en: "answered for something else", zh: "应答内容与请求不符" } };
    },
  };
};

const planRead = ({ componentKey, parameters }: CommandWish): ReturnType<CommandDriver["plan"]> => {
  const ofSystem = parameters.systemType !== undefined || parameters.systemAddress !== undefined;
  const who = componentKey !== null ? "component" : ofSystem ? "system" : "device";
  const table: { readonly [what: string]: string } = readable[who];
  const what = String(parameters.what ?? "status");
  const kind = Object.hasOwn(table, what) ? table[what] : undefined;
  if (kind === undefined) {
    const all = Object.keys(table).join(", ");
    const whose = { device: ["the device", "整机"], system: ["a system", "系统"], component: ["a component", "部件"] }[
      who
    ];
    return refuse("/parameters/what", `Of ${whose[0]} can be read: ${all}.`, `${whose[1]}可读取:${all}。`);
  }
  const known = [
    "what",
    ...(who === "component" ? [] : ["systemType", "systemAddress"]),
    ...(what === "operations" ? ["records", "fromTime"] : []),
  ];
  const odd = strange(parameters, known);
  if (odd !== null) return odd;
  const records = recordsOf(what, parameters);
  if ("ok" in records) return records;
  if (componentKey !== null) {
    const component = componentOf(componentKey);
    return component === null
      ? refuse("/componentId", "The component has no address of GB/T 26875.3.", "该部件没有 GB/T 26875.3 地址。")
      : { ok: true, value: { kind, items: [component] } };
  }
  if (!ofSystem) return { ok: true, value: { kind, ...records } };
  const systemType = integer(parameters.systemType, 0, 255);
  if (systemType === null) return refuseNumber("systemType", 0, 255);
  const systemAddress = integer(parameters.systemAddress, 0, 255);
  if (systemAddress === null) return refuseNumber("systemAddress", 0, 255);
  const system = { systemType, systemAddress };
  const isList = kind === "readSystemStatus" || kind === "readSystemConfiguration";
  return { ok: true, value: isList ? { kind, items: [system] } : { kind, ...system, ...records } };
};

/** How many operation records, from when on; the start is kept as milliseconds. */
const recordsOf = (
  what: string,
  { records = 10, fromTime }: JsonObject,
): Refused | { readonly records?: number; readonly start?: number } => {
  if (what !== "operations") return {};
  const count = integer(records, 1, RECORDS_MAX);
  if (count === null) return refuseNumber("records", 1, RECORDS_MAX);
  const start = typeof fromTime === "string" && /[Z+-]/.test(fromTime.slice(10)) ? Date.parse(fromTime) : Number.NaN;
  if (!(start >= Date.UTC(2000, 0, 2) && start < Date.UTC(2099, 11, 31)))
    return refuse(
      "/parameters/fromTime",
      "It is a time such as 2026-01-02T11:04:05+08:00.",
      "应为 2026-01-02T11:04:05+08:00 这样的时间。",
    );
  return { records: count, start };
};

/** `systemType/systemAddress/componentType/componentAddress`; requests carry no component type. */
const componentOf = (key: string): JsonObject | null => {
  const parts = /^([0-9]{1,3})\/([0-9]{1,3})\/[0-9]{1,3}\/([0-9]{1,10})$/.exec(key);
  if (parts === null) return null;
  const [systemType = 0, systemAddress = 0, componentAddress = 0] = parts.slice(1).map(Number);
  return systemType > 255 || systemAddress > 255 || componentAddress > 0xffff_ffff
    ? null
    : { systemType, systemAddress, componentAddress };
};

/** Whether a reply is about what was asked for: the same component or system. */
const isAbout = (question: CommandQuestion, message: Message): boolean => {
  const asked = Array.isArray(question.items) ? (question.items[0] as JsonObject) : question;
  const given: readonly object[] = "items" in message ? (message.items as readonly object[]) : [message];
  const members = ["systemType", "systemAddress", "componentAddress"].filter((member) => asked[member] !== undefined);
  return given.some((item) => members.every((member) => (item as JsonObject)[member] === asked[member]));
};
