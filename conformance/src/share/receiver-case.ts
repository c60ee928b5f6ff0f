import { isDeepStrictEqual } from "node:util";
import type { Case, Finding } from "../case.ts";
import type { Answer, CitySeat } from "./city-seat.ts";
import type { SharedRecord } from "./delivery.ts";
import { findingOf, judgeItemRefused, judgeTaken, resultsOf } from "./judge-answer.ts";
import { type ReceiverCase, settle } from "./record-cases.ts";
import { exampleOf, placed } from "./records.ts";

type Run = (seat: CitySeat) => Promise<Finding | null>;
export const make = (
  id: string,
  requirement: string,
  polarity: Case<never>["polarity"],
  asks: Case<never>["asks"],
  needs: readonly string[],
  zh: string,
  en: string,
  run: Run,
): ReceiverCase => ({
  ...{ target: "share", kind: "dialogue", id: `CS/receiver/${id}`, requirements: [requirement], polarity, asks, needs },
  title: { zh, en },
  run: ({ seat }) => run(seat),
});

export const unitOf = (seat: CitySeat, more: SharedRecord = {}) =>
  settle(seat, "unit", { ...exampleOf("unit", "full"), ...more });

/** Sends a unit and reads it: these members are as sent. */
export const keeps = async (seat: CitySeat, more: SharedRecord, names: readonly string[]): Promise<Finding | null> => {
  const { wrong, record } = await unitOf(seat, more);
  const sent = wrong ?? judgeTaken(await seat.post("unit", [record]));
  if (sent !== null) return sent;
  const answer = await seat.get(`units/${String(record.id)}`);
  const got = answer.body as SharedRecord | null;
  const lost = names.find((name) => !isDeepStrictEqual(got?.[name], record[name]));
  return lost === undefined
    ? null
    : findingOf("not-kept", `${lost}: ${JSON.stringify(record[lost])}`, answer, [record]);
};

export const first = (...answers: readonly (Finding | null)[]): Finding | null =>
  answers.find((one) => one !== null) ?? null;

export const nested = (depth: number): unknown => (depth === 0 ? 1 : { inner: nested(depth - 1) });

export const refusedUnit = async (seat: CitySeat, more: SharedRecord): Promise<Finding | null> => {
  const { wrong, record } = await unitOf(seat, more);
  return wrong ?? judgeItemRefused(await seat.post("unit", [record]));
};

/** A record as the receiver has it. */
const nameOf = ({ body }: Answer): unknown => (body as SharedRecord | null)?.name;

export const versions = async (seat: CitySeat, second: number): Promise<Finding | null> => {
  const { wrong, record } = await unitOf(seat);
  if (wrong !== null) return wrong;
  const bad = first(
    judgeTaken(await seat.post("unit", [{ ...record, name: "第二版", version: 2 }])),
    judgeTaken(await seat.post("unit", [{ ...record, name: "另一版", version: second }])),
  );
  if (bad !== null) return bad;
  const answer = await seat.get(`units/${String(record.id)}`);
  const expected = second > 2 ? "另一版" : "第二版";
  return nameOf(answer) === expected
    ? null
    : findingOf("not-kept", `the name of the higher version, ${expected}`, answer);
};

export const many = async (seat: CitySeat, count: number) => {
  const { wrong, town } = await unitOf(seat);
  const items = Array.from({ length: count }, () =>
    placed(exampleOf("unit", "least"), seat.id(), town, seat.options.platformCode),
  );
  return { wrong, answer: await seat.post("unit", items) };
};

export const mixed = async (
  seat: CitySeat,
  judge: (results: readonly SharedRecord[], answer: Answer) => Finding | null,
) => {
  const { wrong, record } = await unitOf(seat);
  if (wrong !== null) return wrong;
  const answer = await seat.post("unit", [record, { ...record, id: seat.id(), name: 7 }, { ...record, id: seat.id() }]);
  const results = resultsOf(answer);
  return results?.length === 3 ? judge(results, answer) : findingOf("refused", "three results, one an item", answer);
};
