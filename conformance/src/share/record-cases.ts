import { type RecordKind, recordKinds, validate } from "@dianan/sharing";
import type { Case, Finding } from "../case.ts";
import { onInputs } from "../codec/generated.ts";
import type { CitySeat } from "./city-seat.ts";
import { clauses } from "./clauses.ts";
import type { SharedRecord } from "./delivery.ts";
import { findingOf, judgeItemRefused, judgeTaken, resultsOf } from "./judge-answer.ts";
import { exampleOf, type Member, membersOf, newTown, placed, rightRecords, violations } from "./records.ts";

export type ReceiverCase = Case<CitySeat>;

/** Sends what a record of this kind refers to, and gives the record a place there. */
export const settle = async (seat: CitySeat, kind: RecordKind, record: SharedRecord) => {
  const town = newTown(seat);
  const { platformCode } = seat.options;
  for (const before of recordKinds.slice(0, recordKinds.indexOf(kind))) {
    const own = placed(exampleOf(before, "least"), town[before], town, platformCode);
    const wrong = judgeTaken(await seat.post(before, [own]));
    if (wrong !== null) return { wrong, record: own, town };
  }
  return { wrong: null, record: placed(record, town[kind], town, platformCode), town };
};

const taken = async (seat: CitySeat, kind: RecordKind, record: SharedRecord): Promise<Finding | null> => {
  const one = await settle(seat, kind, record);
  return one.wrong ?? judgeTaken(await seat.post(kind, [one.record]));
};

const base = (kind: RecordKind) => ({ target: "share" as const, requirements: [clauses[kind]], needs: [] });

const rightCases = (kind: RecordKind): readonly ReceiverCase[] => [
  ...(["least", "full"] as const).map(
    (which): ReceiverCase => ({
      ...base(kind),
      ...{ id: `CS/receiver/${kind}/${which}`, kind: "vector", polarity: "positive", asks: "core" },
      title: {
        zh: `接受 ${kind}(${which === "least" ? "只有必填成员" : "全部成员"})`,
        en: `a ${kind} with ${which === "least" ? "its required members" : "all its members"} is taken`,
      },
      run: ({ seat }) => taken(seat, kind, exampleOf(kind, which)),
    }),
  ),
  {
    ...base(kind),
    ...{ id: `CS/receiver/${kind}/generated`, kind: "generated", polarity: "positive", asks: "full" },
    title: { zh: `接受按格式生成的 ${kind}`, en: `a ${kind} made from the schema is taken` },
    run: async (context) => {
      const start = await settle(context.seat, kind, {});
      if (start.wrong !== null) return start.wrong;
      return onInputs(context, rightRecords(kind), async (record) => {
        const { seat } = context;
        return judgeTaken(await seat.post(kind, [placed(record, seat.id(), start.town, seat.options.platformCode)]));
      });
    },
  },
];

const refusing = (
  kind: RecordKind,
  { name, isRequired }: Member,
  rule: string,
  change: (record: SharedRecord) => SharedRecord,
): ReceiverCase => ({
  ...base(kind),
  ...{
    id: `CS/receiver/${kind}/${name}/${rule}`,
    kind: "vector",
    polarity: "negative",
    asks: isRequired ? "core" : "full",
  },
  requirements: rule === "nul" ? ["CS-TEXT-01"] : [clauses[kind]],
  title: { zh: `拒收 ${kind}:${name} ${rule}`, en: `a ${kind} is refused: ${name} ${rule}` },
  run: async ({ seat }) => {
    const one = await settle(seat, kind, exampleOf(kind, "full"));
    return one.wrong ?? judgeItemRefused(await seat.post(kind, [change(one.record)]));
  },
});

const wrongCases = (kind: RecordKind): readonly ReceiverCase[] =>
  membersOf(kind).flatMap((member) => [
    ...(member.isRequired ? [refusing(kind, member, "missing", ({ [member.name]: _, ...rest }) => rest)] : []),
    ...violations(member)
      // What the schema allows after all is no violation.
      .filter(([, value]) => !validate(kind, { ...exampleOf(kind, "full"), [member.name]: value }).ok)
      .map(([rule, value]) => refusing(kind, member, rule, (record) => ({ ...record, [member.name]: value }))),
  ]);

/** A refusal should say which member it is about. */
const pointing = (kind: RecordKind): ReceiverCase => ({
  ...{ target: "share", kind: "vector", needs: [], polarity: "negative", asks: "full", requirements: ["CS-PLACE-01"] },
  id: `CS/receiver/${kind}/pointer`,
  title: { zh: `拒收 ${kind} 时指出成员`, en: `the refusal of a ${kind} names the member` },
  run: async ({ seat }) => {
    const one = await settle(seat, kind, exampleOf(kind, "least"));
    if (one.wrong !== null) return one.wrong;
    const answer = await seat.post(kind, [
      { ...one.record, id: seat.id(), ...(kind === "alarm" ? { description: 7 } : { name: 7 }) },
    ]);
    const pointer = kind === "alarm" ? "/description" : "/name";
    const [result] = resultsOf(answer) ?? [answer.body];
    return JSON.stringify(result ?? null).includes(`"${pointer}"`)
      ? null
      : findingOf("wrong-place", `a finding at ${pointer}`, answer);
  },
});

/** Cases made from the schemas: what is right is taken, what breaks one rule of one member is refused. */
export const recordCases = (): readonly ReceiverCase[] =>
  recordKinds.flatMap((kind) => [...rightCases(kind), ...wrongCases(kind), pointing(kind)]);
