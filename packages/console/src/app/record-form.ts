import type { WorkRecordKind } from "@dianan/model";
import type { components } from "@dianan/open-api";
import { fieldTime, type HubClock } from "../live/hub-clock.ts";
import { itemsOf, peopleOf } from "../live/record-lines.ts";
import type { AskField, Get } from "../parts/ask-fields.ts";
import type { recordWords } from "../words/pages/record-words.ts";

type Words = (typeof recordWords)["zh"];
type Content = components["schemas"]["WorkRecordContent"];
type Start = { readonly [name in "from" | "to" | "subject" | "text" | "items" | "people"]?: string };

/** What is asked for of a record's content, written anew or corrected. */
export const contentFields = (words: Words, start: Start): readonly AskField[] => [
  { name: "from", label: words.from, kind: "time", start: start.from ?? "" },
  { name: "to", label: words.to, kind: "time", start: start.to ?? "" },
  { name: "subject", label: words.subject, kind: "text", most: 200, start: start.subject ?? "" },
  { name: "text", label: words.text, kind: "area", most: 4_000, start: start.text ?? "", isOptional: true },
  {
    ...{ name: "items", label: words.items, kind: "area", most: 80_000, start: start.items ?? "", isOptional: true },
    hint: words.itemsHint,
  },
  {
    ...{ name: "people", label: words.people, kind: "area", most: 20_000, start: start.people ?? "" },
    hint: words.peopleHint,
  },
];

/** What was filled in, or what is wrong with it. */
export const contentOf = (get: Get, kind: WorkRecordKind, clock: HubClock, words: Words): Content | string => {
  const [from, to] = [fieldTime(get("from"), clock), fieldTime(get("to"), clock)];
  if (from === null || to === null) return words.badTime;
  const items = itemsOf(get("items"), kind);
  if (!items.ok) return words.badLine(words.items, String(items.line));
  const people = peopleOf(get("people"));
  if (!people.ok) return words.badLine(words.people, String(people.line));
  return { from, to, subject: get("subject"), text: get("text"), items: items.value, people: people.value };
};
