import type { TcecFault } from "./tcec.ts";
import { tcecTimeOf } from "./tcec-seq.ts";

/** Members of a business object (业务参数) as they were sent. */
export type TcecMembers = { readonly [member: string]: unknown };

/** Whether numbers may come as texts, as some partners write them; the standard has numbers. */
export type TcecNumbers = "number" | "text";

/** Reads members one by one and remembers what was wrong; what it gives for a member that is wrong is not to be used. */
export type TcecReader = {
  readonly faults: readonly TcecFault[];
  /** @param max - longest; characters */ text(member: string, max: number): string;
  /** Undefined for one that is absent, null or empty. */ optionalText(member: string, max: number): string | undefined;
  number(member: string, min: number, max: number): number;
  optionalNumber(member: string, min: number, max: number): number | undefined;
  whole(member: string, min: number, max: number): number;
  /** Undefined for one that is absent, null or empty. */
  optionalWhole(member: string, min: number, max: number): number | undefined;
  /** `yyyy-MM-dd HH:mm:ss` of UTC+8, as milliseconds since 1970. */ time(member: string): number;
  optionalTime(member: string): number | undefined;
  /** `yyyy-MM-dd`: its first instant in UTC+8. */ day(member: string): number;
  /** At most so many objects. */ list(member: string, max: number): readonly TcecMembers[];
  texts(member: string, max: number, longest: number): readonly string[];
  bad(member: string, en: string, zh: string): void;
};

const CLAUSE = "T/CEC 102-2016";

const isObject = (value: unknown): value is TcecMembers =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Absent in one of the ways in which partners say so. */
const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "";

const two = (text = ""): string => text.padStart(2, "0");

/** A time, also one with `2016-1-2 3:04:05` in the place of `2016-01-02 03:04:05`; null for a text that is none. */
export const tcecBusinessTimeOf = (text: string): number | null => {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(text) ?? [];
  return year === undefined
    ? null
    : tcecTimeOf(`${year}${two(month)}${two(day)}${two(hour)}${two(minute)}${two(second)}`);
};

/** @param path - of the object that is read, as a JSON Pointer */
export const tcecReader = (members: TcecMembers, path: string, numbers: TcecNumbers): TcecReader => {
  const faults: TcecFault[] = [];
  const bad: TcecReader["bad"] = (member, en, zh) =>
    void faults.push({ path: `${path}/${member}`, clause: CLAUSE, message: { en, zh } });

  const text: TcecReader["text"] = (member, max) => {
    const value = members[member];
    // A platform that has no value writes the word.
    if (typeof value === "string" && value !== "" && value !== "undefined" && value.length <= max) return value;
    bad(member, `${member} is a text of 1 to ${max} characters.`, `${member} 应为 1 到 ${max} 个字符的文本。`);
    return "";
  };
  const number: TcecReader["number"] = (member, min, max) => {
    const sent = members[member];
    const isText = numbers === "text" && typeof sent === "string" && /^-?\d{1,15}(\.\d{1,15})?$/.test(sent);
    const value = isText ? Number(sent) : sent;
    if (typeof value === "number" && value >= min && value <= max) return value;
    bad(member, `${member} is a number from ${min} to ${max}.`, `${member} 应为 ${min} 到 ${max} 的数。`);
    return 0;
  };
  const whole: TcecReader["whole"] = (member, min, max) => {
    const value = number(member, min, max);
    if (!Number.isInteger(value)) bad(member, `${member} is a whole number.`, `${member} 应为整数。`);
    return value;
  };
  const time: TcecReader["time"] = (member) => {
    const value = members[member];
    const at = typeof value === "string" ? tcecBusinessTimeOf(value) : null;
    if (at === null) bad(member, `${member} is yyyy-MM-dd HH:mm:ss.`, `${member} 应为 yyyy-MM-dd HH:mm:ss。`);
    return at ?? 0;
  };
  const unlessAbsent =
    <A extends readonly unknown[], T>(read: (member: string, ...more: A) => T) =>
    (member: string, ...more: A): T | undefined =>
      isNothing(members[member]) ? undefined : read(member, ...more);
  const array = (member: string, max: number): readonly unknown[] => {
    const value = members[member];
    if (Array.isArray(value) && value.length <= max) return value;
    bad(member, `${member} is a list of at most ${max}.`, `${member} 应为最多 ${max} 项的数组。`);
    return [];
  };

  return {
    faults,
    bad,
    text,
    optionalText: unlessAbsent(text),
    number,
    optionalNumber: unlessAbsent(number),
    whole,
    optionalWhole: unlessAbsent(whole),
    time,
    optionalTime: unlessAbsent(time),
    day: (member) => {
      const value = members[member];
      const at = typeof value === "string" ? tcecBusinessTimeOf(`${value} 00:00:00`) : null;
      if (at === null) bad(member, `${member} is yyyy-MM-dd.`, `${member} 应为 yyyy-MM-dd。`);
      return at ?? 0;
    },
    list: (member, max) =>
      array(member, max).filter((one, n): one is TcecMembers => {
        if (!isObject(one)) bad(`${member}/${n}`, "It is an object.", "应为对象。");
        return isObject(one);
      }),
    texts: (member, max, longest) =>
      array(member, max).filter((one, n): one is string => {
        const isGood = typeof one === "string" && one !== "" && one.length <= longest;
        if (!isGood) bad(`${member}/${n}`, `A text of 1 to ${longest} characters.`, `应为 1 到 ${longest} 个字符。`);
        return isGood;
      }),
  };
};
