import type { DatabaseSync } from "node:sqlite";

/** Gives a person another name wherever it stands in what they did about alarms; acts and times stay (SEC-PII-07). */
export type HandlingEraser = (tenant: string, id: string, name: string) => void;

/** A table with JSON in which persons stand, and its key. */
type Place = { readonly table: string; readonly column: string; readonly key: readonly string[] };
const places: readonly Place[] = [
  { table: "alarm", column: "handling", key: ["tenant", "id"] },
  { table: "change", column: "handling", key: ["tenant", "feed", "position"] },
  { table: "alarm_entry", column: "entry", key: ["tenant", "alarm", "version", "part"] },
];

const renamed = (value: unknown, id: string, name: string): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, id, name));
  const members = Object.entries(value).map(([member, one]) => [member, renamed(one, id, name)] as const);
  const next: { readonly [member: string]: unknown } = Object.fromEntries(members);
  return next.kind === "person" && next.id === id ? { ...next, name } : next;
};

export const createHandlingEraser = (database: DatabaseSync): HandlingEraser => {
  const statements = places.map(({ table, column, key }) => ({
    key,
    find: database.prepare(
      `SELECT ${key.join(", ")}, ${column} AS json FROM ${table} WHERE tenant = ? AND instr(${column}, ?) > 0`,
    ),
    write: database.prepare(
      `UPDATE ${table} SET ${column} = ? WHERE ${key.map((member) => `${member} = ?`).join(" AND ")}`,
    ),
  }));
  return (tenant, id, name) => {
    for (const { key, find, write } of statements)
      for (const row of find.all(tenant, JSON.stringify(id)) as { readonly [column: string]: string | number }[]) {
        const before = String(row.json);
        const after = JSON.stringify(renamed(JSON.parse(before), id, name));
        if (after !== before) write.run(after, ...key.map((member) => row[member] ?? ""));
      }
  };
};
