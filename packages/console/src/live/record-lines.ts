import { type WorkRecordKind, type WorkRecordResult, workRecordResults } from "@dianan/model";
import type { components } from "@dianan/open-api";

export type RecordItem = components["schemas"]["WorkRecordItem"];
export type RecordPerson = components["schemas"]["WorkRecordPerson"];
type Read<T> =
  | { readonly ok: true; readonly value: T[] }
  /** Counted from 1. */
  | { readonly ok: false; readonly line: number };

const MOST = 100;
const parts = (line: string): readonly string[] => line.split(/[|｜\t]/).map((one) => one.trim());

const readLines = <T>(text: string, read: (parts: readonly string[]) => T | null): Read<T> => {
  const value: T[] = [];
  for (const [n, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const one = read(parts(line));
    if (one === null || value.length === MOST) return { ok: false, line: n + 1 };
    value.push(one);
  }
  return { ok: true, value };
};

const resultOf = (kind: WorkRecordKind, word: string): WorkRecordResult | null => {
  const rows = Object.entries(workRecordResults[kind]) as [WorkRecordResult, { zh: string; en: string }][];
  return rows.find(([slug, { zh, en }]) => [slug, zh, en].includes(word.toLowerCase()))?.[0] ?? null;
};

/** Lines of a record as somebody types them: what | result | note. Without a result it is in order. */
export const itemsOf = (text: string, kind: WorkRecordKind): Read<RecordItem> =>
  readLines(text, ([what = "", word = "", note = "", ...more]) => {
    const result = word === "" ? "ok" : resultOf(kind, word);
    const isGood = what !== "" && what.length <= 200 && note.length <= 500 && more.length === 0;
    return isGood && result !== null ? { what, result, note } : null;
  });

/** Who took part, as somebody types it: name | duty. */
export const peopleOf = (text: string): Read<RecordPerson> =>
  readLines(text, ([name = "", duty = "", ...more]) =>
    name !== "" && name.length <= 60 && duty.length <= 60 && more.length === 0 ? { name, duty } : null,
  );

/** The same lines, to be corrected; a mark that would end a part is another one. */
export const textOfItems = (items: readonly RecordItem[], kind: WorkRecordKind, language: "zh" | "en"): string =>
  items.map(({ what, result, note }) => joined([what, workRecordResults[kind][result][language], note])).join("\n");
export const textOfPeople = (people: readonly RecordPerson[]): string =>
  people.map(({ name, duty }) => joined([name, duty])).join("\n");

const joined = (all: readonly string[]): string => all.map(plain).join(" | ").replace(/ \| $/, "");
const plain = (text: string): string => text.replaceAll(/[|｜\t\r\n]/g, "/");
