import { type Frame, gb26875 } from "@dianan/codec";
import type { Words } from "@dianan/model";
import type { JsonObject } from "../ports/records.ts";

/** Results are kept in 500 characters, both languages together. */
const WORDS_MAX = 220;

const pad = (value: unknown): string => String(value).padStart(2, "0");
const isTime = (value: object): boolean => "year" in value && "second" in value;

/** A member of a reply as people read it: names of the bits that are set, a time, a number with its quantity. */
const memberText = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return String(value);
  const body = value as JsonObject;
  if ("text" in body && typeof body.text === "string") return body.text;
  if (isTime(body))
    return `${body.year}-${pad(body.month)}-${pad(body.day)} ${pad(body.hour)}:${pad(body.minute)}:${pad(body.second)}`;
  const set = Object.entries(body).filter(([, one]) => one === true);
  return set.map(([name]) => name).join("+") || "-";
};

const known = [
  "status",
  "operation",
  "operator",
  "major",
  "minor",
  "description",
  "note",
  "analogType",
  "value",
  "time",
];

const itemText = (item: JsonObject): string =>
  known
    .filter((member) => item[member] !== undefined)
    .map((member) => `${member} ${memberText(item[member])}`)
    .join(", ");

/** A reply (应答) in words, cut where it is longer than a result may be; the frame itself is kept. */
export const replyWords = (message: Frame["message"]): Words => {
  const row = Object.entries(gb26875.typeFlags).find(([name]) => name === message.kind)?.[1];
  const items = "items" in message ? (message.items as readonly object[]) : [message];
  const text = items.map((item) => itemText(item as JsonObject)).join("; ");
  const short = text.length > WORDS_MAX ? `${text.slice(0, WORDS_MAX)}…` : text;
  const zh = (row?.zh ?? "应答").replace(/^上传/, "");
  return { zh: `${zh}:${short}`, en: row?.en ?? message.kind };
};
