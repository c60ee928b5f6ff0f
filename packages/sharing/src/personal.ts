import { recordWords } from "./generated/members.ts";
import type { RecordKind, RecordOf } from "./kinds.ts";

type Member = { readonly isPersonal?: true };

/** Members that hold personal data (个人信息), by kind: `x-personal` in the schemas (SEC-PII-01). */
export const personalMembers = (kind: RecordKind): readonly string[] =>
  Object.entries(recordWords[kind].members as { readonly [name: string]: Member }).flatMap(([name, { isPersonal }]) =>
    isPersonal === true ? [name] : [],
  );

const MOBILE_DIGITS = 11;
const MOBILE_SHOWN = { head: 3, tail: 4 } as const;
const LANDLINE_TAIL = 4;

/** A phone number for those who need not call: `138****5678`; of any other only the last four digits (SEC-PII-03). */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/[^0-9]/g, "").replace(/^86(?=1[0-9]{10}$)/, "");
  if (digits.length === MOBILE_DIGITS && digits.startsWith("1"))
    return `${digits.slice(0, MOBILE_SHOWN.head)}****${digits.slice(-MOBILE_SHOWN.tail)}`;
  return `****${digits.slice(-LANDLINE_TAIL)}`;
};

/** The first character of a name and a star. */
export const maskName = (name: string): string => {
  const [first] = [...name.trim()];
  return first === undefined ? "" : `${first}*`;
};

/** A record as those see it who need not know the persons in it; other members are as they were. */
export const masked = <K extends RecordKind>(kind: K, record: RecordOf[K]): RecordOf[K] => {
  const hidden = personalMembers(kind).flatMap((member) => {
    const value = record[member];
    if (typeof value !== "string") return [];
    return [[member, /phone/i.test(member) ? maskPhone(value) : maskName(value)] as const];
  });
  return hidden.length === 0 ? record : { ...record, ...Object.fromEntries(hidden) };
};
