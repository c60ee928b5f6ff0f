import { type RecordKind, type SharingErrorCode, validate } from "@dianan/sharing";
import type { Case, Finding } from "../case.ts";
import type { Polarity } from "../requirement.ts";
import type { Delivery, Push, SharedRecord } from "./delivery.ts";

export type SenderCase = Case<Delivery>;

/** A record and the push that it came in. */
export type Sent = { readonly kind: RecordKind; readonly record: SharedRecord; readonly push: Push };
export type Wrong = { readonly expected: string; readonly got: string; readonly shown: readonly SharedRecord[] };

export const sentOf = ({ pushes }: Delivery): readonly Sent[] =>
  pushes.flatMap((push) => push.items.map((record) => ({ kind: push.kind, record, push })));

/** A tombstone need not say more than its id. */
export const isTomb = ({ record }: Sent): boolean => record.deleted === true;
export const keyOf = ({ kind, record }: Sent): string => `${kind} ${String(record.id)}`;

/** The latest of each record: what a receiver has in the end. */
export const latest = (sent: readonly Sent[]): ReadonlyMap<string, Sent> =>
  new Map(sent.map((one) => [keyOf(one), one]));
export const live = (sent: readonly Sent[]): readonly Sent[] =>
  [...latest(sent).values()].filter((one) => !isTomb(one));

export const ofKind = (sent: readonly Sent[], kind: RecordKind): readonly Sent[] =>
  sent.filter((one) => one.kind === kind);

export type Rule = {
  readonly id: string;
  readonly requirements: readonly string[];
  readonly polarity?: Polarity;
  readonly asks?: Case<never>["asks"];
  readonly zh: string;
  readonly en: string;
  readonly needs?: readonly string[];
  /** Null: nothing is wrong. */ readonly check: (sent: readonly Sent[], delivery: Delivery) => Wrong | null;
};

export const caseOf = ({
  id,
  requirements,
  polarity = "negative",
  asks = "core",
  zh,
  en,
  needs = [],
  check,
}: Rule): SenderCase => ({
  ...{ target: "share", kind: "stream", id: `CS/sender/${id}`, requirements, polarity, asks, title: { zh, en }, needs },
  run: async ({ seat }): Promise<Finding | null> => {
    const wrong = check(sentOf(seat), seat);
    return wrong === null
      ? null
      : { code: "broken-rule", expected: wrong.expected, got: wrong.got, input: wrong.shown };
  },
});

/** The first record of which something is wrong. */
export const first = (sent: readonly Sent[], expected: string, wrongOf: (one: Sent) => string | null): Wrong | null => {
  for (const one of sent) {
    const got = wrongOf(one);
    if (got !== null) return { expected, got, shown: [one.record] };
  }
  return null;
};

export const errorOf = (one: Sent, codes: (code: SharingErrorCode) => boolean): string | null => {
  if (isTomb(one)) return null;
  const checked = validate(one.kind, one.record);
  if (checked.ok) return null;
  const error = checked.error.find(({ code }) => codes(code));
  return error === undefined ? null : `${one.kind} ${String(one.record.id)} ${error.path}: ${error.message.en}`;
};
