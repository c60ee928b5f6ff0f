import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { kindOfPlural, type RecordKind, recordKinds } from "@dianan/sharing";

/** Kinds of shared records; the same names that `recordKinds` has. */
export type PushKind = "operator" | "unit" | "device" | "component" | "alarm";

export type SharedRecord = { readonly [member: string]: unknown };

/** Records of one kind that a sender gave at once. */
export type Push = {
  readonly kind: PushKind;
  readonly items: readonly SharedRecord[];
  /** When it came; null: not known. Milliseconds. */ readonly at: number | null;
  /** Part of a full export, not a change. */ readonly isFull: boolean;
  /** Of an endpoint: how it came, and what the kit answered. */ readonly request?: {
    readonly path: string;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
};

/** All that a sender shared, in its order: files, a recorded stream, or what came to an endpoint. */
export type Delivery = {
  readonly pushes: readonly Push[];
  /** Requests to addresses that no redirect may lead to. */ readonly strays: readonly string[];
  /** Of Standard Webhooks; null: nothing is signed. */ readonly secret: string | null;
  readonly bearer: string | null;
};

const isObject = (value: unknown): value is SharedRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const itemsOf = (value: unknown, where: string): readonly SharedRecord[] => {
  const items = Array.isArray(value) ? value : isObject(value) && Array.isArray(value.items) ? value.items : [value];
  if (!items.every(isObject)) throw new TypeError(`${where}: 记录应为 JSON 对象 / a record is one JSON object`);
  return items;
};

const kindNamed = (name: unknown): RecordKind | null =>
  recordKinds.find((kind) => kind === name) ?? (typeof name === "string" ? kindOfPlural(name) : null);

/** One line of a stream: `{"kind":"unit","items":[…]}` or `"record":{…}`; `at` and `full` may be there. */
const pushOfLine = (text: string, where: string): Push => {
  const line: unknown = JSON.parse(text);
  const kind = isObject(line) ? kindNamed(line.kind) : null;
  if (!isObject(line) || kind === null) throw new TypeError(`${where}: kind: ${recordKinds.join(" | ")}`);
  const at = typeof line.at === "string" ? Date.parse(line.at) : null;
  return { kind, items: itemsOf(line.items ?? line.record, where), at, isFull: line.full === true };
};

const readStream = (path: string): readonly Push[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .flatMap((text, i) => (text.trim() === "" ? [] : [pushOfLine(text, `${path}:${i + 1}`)]));

const readFolder = (folder: string, isFull: boolean): readonly Push[] => {
  const names = readdirSync(folder).sort();
  const files = recordKinds.flatMap((kind) =>
    names
      .filter((name) => name.endsWith(".json") && kindNamed(name.split(/[-.]/)[0]) === kind)
      .map((name): Push => {
        const path = join(folder, name);
        return { kind, items: itemsOf(JSON.parse(readFileSync(path, "utf8")), path), at: null, isFull };
      }),
  );
  const streams = names.filter((name) => name.endsWith(".ndjson")).flatMap((name) => readStream(join(folder, name)));
  const full = names.includes("full") && !isFull ? readFolder(join(folder, "full"), true) : [];
  return [...files, ...streams, ...full];
};

/**
 * Reads what a sender made. A folder holds `units.json`, `units-2.json` and so on, each a list, `{"items":[…]}` or one record, or streams
 * `*.ndjson`; in its folder `full` the full export. A stream has one push a line.
 *
 * @throws TypeError that names file and line
 */
export const readDelivery = (from: { readonly dir: string } | { readonly stream: string }): Delivery => {
  const pushes = "dir" in from ? readFolder(from.dir, false) : readStream(from.stream);
  if (pushes.length === 0) throw new TypeError("没有记录 / no records: units.json, operators.json … *.ndjson");
  return { pushes, strays: [], secret: null, bearer: null };
};
