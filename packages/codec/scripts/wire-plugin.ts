// Leaves out of a bundle what only people read: titles in Chinese and English, units and code tables of single fields; and the
// written decoders, so that tables are read by themselves, more slowly. What is cut, decoded and encoded, and every error, stays
// what it is; normalising needs units and titles, and is not for such a bundle.
import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";
import ts from "typescript";

/** Titles in any object. */
const TITLES = new Set(["zh", "en"]);
/** What else the notes of a field hold for people; their clause is in errors. */
const NOTES = new Set([...TITLES, "unit", "codes"]);
/** A module with this in a comment is left alone: what it does hangs on titles, such as clauses made of them. */
const KEEP = "@keep-titles";

/** From, up to, and what stands there instead. */
type Cut = readonly [from: number, to: number, text: string];

const CHINESE = /[\u3400-\u9fff]/;

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** Where such members stand, commas included. */
const cutsOf = (object: ts.ObjectLiteralExpression, isDropped: (name: string, member: ts.Node) => boolean): Cut[] =>
  object.properties.flatMap((member, i) => {
    if (member.name === undefined || !isDropped(member.name.getText(), member)) return [];
    const next = object.properties[i + 1];
    // Behind the last one a comma may stand too.
    return [[member.getFullStart(), next === undefined ? object.properties.end : next.getFullStart(), ""] as const];
  });

/** Titles given by their place, as in `up(1, "登录", "login")`: Chinese words with a text behind them. */
const titleArguments = (all: readonly ts.Node[]): Cut[] =>
  all.flatMap((argument, i) => {
    const next = all[i + 1];
    if (next === undefined || !ts.isStringLiteralLike(argument) || !ts.isStringLiteralLike(next)) return [];
    return CHINESE.test(argument.text) ? [[argument.getStart(), next.end, '"", ""'] as const] : [];
  });

const isTitle = (name: string, member: ts.Node): boolean =>
  TITLES.has(name) && ts.isPropertyAssignment(member) && isText(member.initializer);

/** Notes of which nothing is left. */
const isForPeople = (notes: ts.Node | undefined): boolean =>
  notes !== undefined &&
  ts.isObjectLiteralExpression(notes) &&
  notes.properties.every(({ name }) => name !== undefined && NOTES.has(name.getText()));

/** `withDecoder(layout, written)` and `named(field, { zh, en })` become what they are given first. */
const wrapperCuts = (call: ts.CallExpression): readonly Cut[] => {
  const [layout, second] = call.arguments;
  const wrapper = call.expression.getText();
  if (layout === undefined || !(wrapper === "withDecoder" || (wrapper === "named" && isForPeople(second)))) return [];
  return [
    [call.getStart(), layout.getFullStart(), "("],
    [layout.end, call.end, ")"],
  ];
};

/** The text of a module without what only people read, and without written decoders. */
export const withoutTitles = (path: string, text: string): string => {
  if (text.includes(KEEP)) return text;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const cuts: Cut[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const call = node.parent;
      const isNotes = ts.isCallExpression(call) && call.expression.getText() === "named" && call.arguments[1] === node;
      cuts.push(...cutsOf(node, isNotes ? (name) => NOTES.has(name) : isTitle));
    }
    if (ts.isCallExpression(node)) cuts.push(...titleArguments(node.arguments), ...wrapperCuts(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  let out = "";
  let at = 0;
  for (const [from, to, instead] of cuts.toSorted((a, b) => a[0] - b[0])) {
    if (from < at) continue;
    out += text.slice(at, from) + instead;
    at = to;
  }
  return out + text.slice(at);
};

export const wirePlugin: Plugin = {
  name: "wire",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]packages[\\/](codec|model)[\\/](src|dist)[\\/].*\.[jt]s$/ }, ({ path }) => ({
      contents: withoutTitles(path, readFileSync(path, "utf8")),
      loader: path.endsWith(".ts") ? "ts" : "js",
    }));
  },
};
