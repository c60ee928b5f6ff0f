import type { CommandAction, CommandDriver, CommandRefusal, CommandWish } from "../ports/device-command.ts";
import type { JsonObject } from "../ports/records.ts";

export type Refused = { readonly ok: false; readonly error: CommandRefusal };

export const refuse = (path: string | null, en: string, zh: string): Refused => ({
  ok: false,
  error: { path, words: { en, zh } },
});

/** A whole number between the two; null: it is none. */
export const integer = (value: unknown, min: number, max: number): number | null =>
  typeof value === "number" && Number.isInteger(value) && value >= min && value <= max ? value : null;

/** Says what a parameter must be. */
export const refuseNumber = (name: string, min: number, max: number): Refused =>
  refuse(
    `/parameters/${name}`,
    `${name} is a whole number from ${min} to ${max}.`,
    `${name} 应为 ${min} 到 ${max} 的整数。`,
  );

/** The first parameter that the action does not take. */
export const strange = (parameters: JsonObject, known: readonly string[]): Refused | null => {
  const name = Object.keys(parameters).find((one) => !known.includes(one));
  return name === undefined
    ? null
    : refuse(
        "/parameters",
        `The action takes ${known.length === 0 ? "no parameters" : `only ${known.join(", ")}`}.`,
        `该命令${known.length === 0 ? "不带参数" : `只接受参数 ${known.join("、")}`}。`,
      );
};

/** An action that the protocol does not have. */
export const notIn = (protocol: string, actions: readonly CommandAction[]): Refused =>
  refuse(
    null,
    `${protocol} has no such command; it has ${actions.join(", ")}.`,
    `${protocol} 没有此命令,可用:${actions.join("、")}。`,
  );

/** Of a protocol whose devices take no commands here; says why. */
export const noCommands = (en: string, zh: string): CommandDriver => ({
  plan: () => refuse(null, en, zh),
  encode: () => new Uint8Array(0),
  answerOf: () => null,
});

/** Refuses a component of a command for the device as a whole. */
export const wholeDevice = ({ componentKey }: CommandWish): Refused | null =>
  componentKey === null
    ? null
    : refuse(
        "/componentId",
        "This command is for the device as a whole: leave componentId out.",
        "该命令针对整机,请勿填写 componentId。",
      );

/** Number of the charging port that a command is for, from 1. */
export const portNumber = ({ componentKey }: CommandWish, max: number): number | Refused => {
  const number = Number(/^port\/([1-9][0-9]{0,2})$/.exec(componentKey ?? "")?.[1] ?? 0);
  return number >= 1 && number <= max
    ? number
    : refuse(
        "/componentId",
        "This command is for one charging port: name its component.",
        "该命令针对一个充电口,请填写其部件 componentId。",
      );
};
