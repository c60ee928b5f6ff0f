import { isDeepStrictEqual } from "node:util";
import { masked, personalMembers, type RecordKind, undigestedMembers } from "@dianan/sharing";
import type { Difference, MemberDifference } from "../ports/reconciliation.ts";
import type { JsonObject } from "../ports/records.ts";

/** A record as one side has it. */
export type Side = {
  readonly id: string;
  /** As it would be sent, or as it is there. */ readonly digest: string;
  readonly deleted: boolean;
};
export type Pair<L extends Side, R extends Side> = { readonly here: L | null; readonly there: R | null };

/**
 * Lays two sides beside each other along their ids (对账), as far as both are known.
 *
 * @param here - in the order of ids
 * @param there - in the order of ids
 * @param bound - ids up to this one are complete on both sides; null: all are
 * @returns one pair for each id up to the bound, in their order
 */
export const pairsUpTo = <L extends Side, R extends Side>(
  here: readonly L[],
  there: readonly R[],
  bound: string | null,
): readonly Pair<L, R>[] => {
  const pairs: Pair<L, R>[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = here[i] ?? null;
    const right = there[j] ?? null;
    if (left === null && right === null) return pairs;
    const isLeft = left !== null && (right === null || left.id <= right.id);
    const isRight = right !== null && (left === null || right.id <= left.id);
    const id = isLeft ? left.id : (right?.id ?? "");
    if (bound !== null && id > bound) return pairs;
    pairs.push({ here: isLeft ? left : null, there: isRight ? right : null });
    if (isLeft) i += 1;
    if (isRight) j += 1;
  }
};

/** What differs between two sides of one id; null: nothing. A tombstone is as if it were not there. */
export const differenceOf = ({ here, there }: Pair<Side, Side>): Difference["difference"] | null => {
  const isHere = here !== null && !here.deleted;
  const isThere = there !== null && !there.deleted;
  if (isHere && isThere) return here.digest === there.digest ? null : "different";
  return isHere ? "missingThere" : isThere ? "missingHere" : null;
};

/** Bounds of one difference, as the document has them. */
const MEMBERS_MAX = 200;
const MEMBER_NAME_MAX = 64;

const own = (body: JsonObject, member: string): unknown =>
  Object.hasOwn(body, member) ? (body[member] ?? null) : null;

/**
 * Member by member, theirs before ours, persons masked (SEC-PII-03). The other side may show its persons masked: a personal member
 * differs for sure when its mask does, and when nothing else differs it must be one of them.
 */
export const memberDifferences = (
  kind: RecordKind,
  theirs: JsonObject,
  ours: JsonObject,
): readonly MemberDifference[] => {
  const left = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].filter(
    (member) =>
      member.length >= 1 && member.length <= MEMBER_NAME_MAX && member !== "id" && !undigestedMembers.includes(member),
  );
  const persons = personalMembers(kind);
  const before = masked(kind, theirs);
  const after = masked(kind, ours);
  const shown = (member: string): MemberDifference => ({
    member,
    before: own(before, member),
    after: own(after, member),
  });
  const differs = (member: string): boolean =>
    !isDeepStrictEqual(own(theirs, member), own(ours, member)) &&
    !isDeepStrictEqual(own(theirs, member), own(after, member));
  const found = left.filter(differs);
  const named = found.length > 0 ? found : left.filter((member) => persons.includes(member));
  return named.slice(0, MEMBERS_MAX).map(shown);
};
