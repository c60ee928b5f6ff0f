import { recordWords } from "./generated/members.ts";
import type { RecordKind } from "./kinds.ts";
import type { Result } from "./result.ts";

type Member = { readonly clause: string; readonly isPersonal?: true };
type Body = { readonly [member: string]: unknown };

const membersOf = (kind: RecordKind): { readonly [name: string]: Member } =>
  recordWords[kind].members as { readonly [name: string]: Member };

/** Members that hold personal data (个人信息), by kind: `x-personal` in the schemas (SEC-PII-01). */
export const personalMembers = (kind: RecordKind): readonly string[] =>
  Object.entries(membersOf(kind)).flatMap(([name, { isPersonal }]) => (isPersonal === true ? [name] : []));

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

const PHONE_WORDS = /phone|mobile|电话|手机/i;
/** Words by which platforms name persons in members that no schema has; a contactor (接触器) is none. */
const PERSONAL_WORDS =
  /phone|mobile|e-?mail|wechat|contact(?!or)|person|owner|linkman|id_?card|电话|手机|联系|姓名|责任人|负责人|邮箱|微信|身份证/i;
/** What such a member says of something else: the id of a person's record, how many persons. */
const IMPERSONAL_ENDS = /(Id|Code|Type|Kind|Count|At|State|Status)$/;
const MOBILE = /^\s*(\+?86[- ]?)?1[3-9][0-9]{9}\s*$/;
/** Digits from which on a number is taken for that of a phone or card. */
const NUMBER_MIN = 1_000_000;

const speaksOfPerson = (member: string): boolean => PERSONAL_WORDS.test(member) && !IMPERSONAL_ENDS.test(member);

const maskText = (member: string, text: string): string =>
  PHONE_WORDS.test(member) || /^\+?[0-9 -]{7,}$/.test(text.trim()) ? maskPhone(text) : maskName(text);

type Leaf = (member: string, value: unknown, isPersonal: boolean) => unknown;

/** Goes through what is below a member that no schema has; a member that speaks of a person does so for all below it. */
const eachLeaf = (member: string, value: unknown, isPersonal: boolean, leaf: Leaf): unknown => {
  const hides = isPersonal || speaksOfPerson(member);
  if (typeof value !== "object" || value === null) return leaf(member, value, hides);
  if (Array.isArray(value)) return value.map((one) => eachLeaf(member, one, hides, leaf));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, eachLeaf(name, one, hides, leaf)]));
};

const maskLeaf: Leaf = (member, value, isPersonal) => {
  if (typeof value === "string") return isPersonal || MOBILE.test(value) ? maskText(member, value) : value;
  if (typeof value === "number" && ((isPersonal && value >= NUMBER_MIN) || MOBILE.test(String(value))))
    return maskPhone(String(value));
  return value;
};

/** A member as it is shown; those that are not personal are as they were. */
const shownMember = (kind: RecordKind, member: string, value: unknown): unknown => {
  const known = membersOf(kind);
  if (!Object.hasOwn(known, member)) return eachLeaf(member, value, false, maskLeaf);
  return known[member]?.isPersonal === true && typeof value === "string" ? maskText(member, value) : value;
};

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * A record, or its body, as those see it who need not know the persons in it (SEC-PII-03). Of members that no schema has (SH-6),
 * those are masked whose name speaks of a person, and mobile numbers whatever their name. Other members are as they were.
 */
export const masked = <T extends object>(kind: RecordKind, record: T): T => {
  const hidden = Object.entries(record).flatMap(([member, value]) => {
    const now = shownMember(kind, member, value);
    return isSame(now, value) ? [] : [[member, now] as const];
  });
  return hidden.length === 0 ? record : { ...record, ...Object.fromEntries(hidden) };
};

/** A record without the members that {@link masked} would mask: for displays, which show no person at all (SEC-USR-07). */
export const withoutPersons = <T extends object>(kind: RecordKind, record: T): T => {
  const kept = Object.entries(record).filter(([member, value]) => isSame(shownMember(kind, member, value), value));
  return kept.length === Object.keys(record).length ? record : (Object.fromEntries(kept) as T);
};

const isMask = (text: string): boolean => /^(1[0-9]{2})?\*{4}[0-9]{0,4}$/.test(text) || /^.\*$/su.test(text);

const hasMask = (kind: RecordKind, member: string, value: unknown): boolean => {
  const known = membersOf(kind);
  if (Object.hasOwn(known, member))
    return known[member]?.isPersonal === true && typeof value === "string" && isMask(value.trim());
  let found = false;
  eachLeaf(member, value, false, (_, leaf, isPersonal) => {
    const isOne = typeof leaf === "string" && isMask(leaf.trim()) && (isPersonal || leaf.includes("****"));
    found ||= isOne;
    return leaf;
  });
  return found;
};

/**
 * A record that somebody sends back who saw it masked: what is only the mask of the stored value becomes the stored value again, so
 * that reading and writing loses nothing (SEC-PII-03).
 *
 * @param stored - body of the record as it is; null: there is none
 * @returns the record to store, or the members whose mask is of nothing that is stored
 */
export const unmasked = <T extends Body>(
  kind: RecordKind,
  record: T,
  stored: Body | null,
): Result<T, readonly string[]> => {
  const masks = Object.keys(record).filter((member) => hasMask(kind, member, record[member]));
  if (masks.length === 0) return { ok: true, value: record };
  const strange = masks.filter(
    (member) =>
      stored === null ||
      !Object.hasOwn(stored, member) ||
      !isSame(shownMember(kind, member, stored[member]), record[member]),
  );
  if (strange.length > 0) return { ok: false, error: strange };
  return { ok: true, value: { ...record, ...Object.fromEntries(masks.map((member) => [member, stored?.[member]])) } };
};

/** What stands in the place of a person who was removed, where a record must have something there (SH-2). */
const ERASED_NAME = "已删除";
const ERASED_PHONE = "0000000";

/** A record without the persons in it (SEC-PII-07): what it must say of them says that they were removed, the rest is gone. */
export const erased = <T extends Body>(kind: RecordKind, record: T): T => {
  const known = membersOf(kind);
  const left = Object.entries(record).flatMap(([member, value]) => {
    if (isSame(shownMember(kind, member, value), value)) return [[member, value] as const];
    // What is not required belongs to what the schemas grew by.
    if (!Object.hasOwn(known, member) || known[member]?.clause === "SH-6") return [];
    return [[member, PHONE_WORDS.test(member) ? ERASED_PHONE : ERASED_NAME] as const];
  });
  return Object.fromEntries(left) as T;
};
