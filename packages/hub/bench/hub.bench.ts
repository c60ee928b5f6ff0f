// The hub's speed, part by part, beside a floor or the disk of the same run.
// pnpm bench hub [-- --only floor,confirm,storm --connections 3000 --seconds 30 --runs 5 --rate 5000 --write]
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Part, PartOptions } from "./hub-parts.ts";
import { confirm } from "./part-confirm.ts";
import { events } from "./part-events.ts";
import { floor } from "./part-floor.ts";
import { growth } from "./part-growth.ts";
import { idle } from "./part-idle.ts";
import { overload } from "./part-overload.ts";
import { storm } from "./part-storm.ts";

const parts: { readonly [name: string]: Part } = { floor, confirm, events, idle, storm, overload, growth };

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: {
    only: { type: "string", default: Object.keys(parts).join(",") },
    connections: { type: "string" },
    seconds: { type: "string" },
    runs: { type: "string" },
    rate: { type: "string" },
  },
});

/** @throws RangeError for what is no number above 0 */
const given = (name: keyof PartOptions, otherwise: number): number => {
  const text = values[name];
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!(number > 0)) throw new RangeError(`--${name} ${text}: 应为大于 0 的数 it must be a number above 0`);
  return number;
};
const optionsOf = ({ defaults }: Part): PartOptions => ({
  connections: given("connections", defaults.connections),
  seconds: given("seconds", defaults.seconds),
  runs: given("runs", defaults.runs),
  rate: given("rate", defaults.rate),
});

const chosen = values.only.split(",").map((name) => {
  const part = parts[name];
  if (part === undefined)
    throw new RangeError(`--only ${name}: 没有此项 no such part; 可选 there are: ${Object.keys(parts).join(", ")}`);
  return { name, part, options: optionsOf(part) };
});
const out = process.env.DIANAN_BENCH_OUT;
for (const { name, part, options } of chosen) {
  console.log(`\n-- ${name}`);
  const { lines, picture } = await part.run(options);
  if (out === undefined) continue;
  writeFileSync(`${out}-${name}`, lines.join("\n"));
  if (picture !== undefined) writeFileSync(`${out}-${name}.svg`, picture);
}
