import { maskName } from "@dianan/sharing";
import type { JsonObject } from "../ports/records.ts";
import type { Finding } from "./problem.ts";

/** Personal members of one person in a list, such as of an installer. */
type Members = { readonly names: readonly string[]; readonly numbers: readonly string[] };

const maskNumber = (number: string): string => `****${number.slice(-4)}`;

const maskOf = (members: Members, member: string, value: unknown): unknown => {
  if (typeof value !== "string") return value;
  if (members.names.includes(member)) return maskName(value);
  return members.numbers.includes(member) ? maskNumber(value) : value;
};

/** A list of persons with their names and numbers masked (SEC-PII-03). */
export const maskedPersons = (persons: readonly JsonObject[], members: Members): readonly JsonObject[] =>
  persons.map((person) =>
    Object.fromEntries(Object.entries(person).map(([member, value]) => [member, maskOf(members, member, value)])),
  );

const isMask = (members: Members, member: string, value: unknown): boolean =>
  typeof value === "string" &&
  ((members.names.includes(member) && /^.\*$/su.test(value)) ||
    (members.numbers.includes(member) && value.startsWith("****")));

/** A list of persons without masks, or where the masks are that nobody has. */
export type WholePersons =
  | { readonly ok: true; readonly value: readonly JsonObject[] }
  | { readonly ok: false; readonly error: readonly Finding[] };

/**
 * Puts the stored persons in the place of their masks, whatever their order: whoever saw a list masked and sends it back changes no
 * person in it.
 *
 * @param path - JSON pointer of the list
 */
export const wholePersons = (
  sent: readonly JsonObject[],
  stored: readonly JsonObject[],
  members: Members,
  path: string,
): WholePersons => {
  const left = [...stored];
  const errors: Finding[] = [];
  const value = sent.map((person, n) => {
    const masks = Object.keys(person).filter((member) => isMask(members, member, person[member]));
    if (masks.length === 0) return person;
    const at = left.findIndex((one) =>
      masks.every((member) => maskOf(members, member, one[member]) === person[member]),
    );
    const [found] = at === -1 ? [] : left.splice(at, 1);
    if (found === undefined)
      errors.push({
        path: `${path}/${n}/${masks[0]}`,
        code: "masked",
        message: {
          zh: "此处是脱敏后的内容且与已保存的不符;请发送完整内容。",
          en: "It is a mask, and not that of a person who is stored. Send the full value.",
        },
      });
    return { ...person, ...Object.fromEntries(masks.map((member) => [member, found?.[member]])) };
  });
  return errors.length > 0 ? { ok: false, error: errors } : { ok: true, value };
};
