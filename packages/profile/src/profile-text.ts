import type { Profile } from "./generated/types.ts";

const LINE_MAX = 160;
/** Members of a profile, then what is in them: these always stand on lines of their own. */
const OPEN_DEPTH = 1;

const onOneLine = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${onOneLine(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
};

const onLines = (value: unknown, indent: string, depth: number): string => {
  const line = onOneLine(value);
  const isList = Array.isArray(value);
  const isOpen =
    depth < OPEN_DEPTH || (depth === OPEN_DEPTH && isList && value.some((item) => typeof item === "object"));
  if (typeof value !== "object" || value === null || (!isOpen && indent.length + line.length <= LINE_MAX)) return line;
  const deeper = `${indent}  `;
  const lines = isList
    ? value.map((item) => deeper + onLines(item, deeper, depth + 1))
    : Object.entries(value).map(
        ([name, item]) => `${deeper}${JSON.stringify(name)}: ${onLines(item, deeper, depth + 1)}`,
      );
  if (lines.length === 0) return line;
  return isList ? `[\n${lines.join(",\n")}\n${indent}]` : `{\n${lines.join(",\n")}\n${indent}}`;
};

/** A profile as JSON text for people: one point, condition or vector a line where it fits. */
export const profileText = (profile: Profile): string => `${onLines(profile, "", 0)}\n`;
