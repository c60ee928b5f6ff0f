import type { ComponentKey } from "@dianan/model";
import type { Component } from "./generated/types.ts";

/** A component of a profile, or a numbered or open family of them. */
export type Family = {
  readonly component: Component;
  /** Whether a key is one of it. */ readonly holds: (key: string) => boolean;
  /** The profile's key for what the protocol calls so; null when it is none of this family. */
  readonly keyOf: (native: string) => ComponentKey | null;
};

const WILD = /\{n\}|\*/g;

const patternOf = (template: string): RegExp => {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const wild = [...template.matchAll(WILD)].map(([mark]) => (mark === "{n}" ? "(0|[1-9][0-9]{0,4})" : "([^/]+)"));
  return new RegExp(
    `^${template
      .split(WILD)
      .map((part, i) => literal(part) + (wild[i] ?? ""))
      .join("")}$`,
  );
};

/** Puts what the wildcards of one template stood for into another, in order. */
const filled = (template: string, parts: readonly string[]): string => {
  let next = 0;
  return template.replace(WILD, () => parts[next++] ?? "");
};

export const familyOf = (component: Component): Family => {
  const { key, native = key, first = 1, count } = component;
  const wilds = [...native.matchAll(WILD)].map(([mark]) => mark);
  const isCounted = (marks: readonly string[], parts: readonly string[]): boolean =>
    marks.every((mark, i) => {
      const number = Number(parts[i]);
      return mark !== "{n}" || count === undefined || (number >= first && number < first + count);
    });
  const own = patternOf(key);
  const ownWilds = [...key.matchAll(WILD)].map(([mark]) => mark);
  const theirs = patternOf(native);
  return {
    component,
    holds: (text) => {
      const parts = own.exec(text)?.slice(1);
      return parts !== undefined && isCounted(ownWilds, parts);
    },
    keyOf: (text) => {
      const parts = theirs.exec(text)?.slice(1);
      return parts === undefined || !isCounted(wilds, parts) ? null : (filled(key, parts) as ComponentKey);
    },
  };
};

/** Number of wildcards in a key: both keys of a component must have the same. */
export const wildcardsIn = (key: string): number => [...key.matchAll(WILD)].length;
/** The component of a numbered family with this number. */
export const numbered = (key: string, number: number): ComponentKey =>
  key.replace("{n}", String(number)) as ComponentKey;
