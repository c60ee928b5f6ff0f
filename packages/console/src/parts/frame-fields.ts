import { gb26875 } from "@dianan/codec/gb26875";

/** One line of a decoded frame: its bytes (`end` is one past the last), its path and titles, what it says. */
export type FieldRow = {
  readonly at: number;
  readonly end: number;
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly value: string;
  /** Word of its code table, when it has one. */ readonly word: { readonly zh: string; readonly en: string } | null;
};
export type Decoded =
  | { readonly kind: "fields"; readonly rows: readonly FieldRow[] }
  | { readonly kind: "refused"; readonly code: string; readonly offset: number; readonly path: string }
  | { readonly kind: "unknownProtocol" };

export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));

/** A table or a part of one, as data. */
type Field = ReturnType<typeof gb26875.layoutOf>["shape"]["fields"][string];
type Members = { readonly [name: string]: unknown };

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join(" ");
const two = (n: unknown): string => String(n).padStart(2, "0");
const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !(value instanceof Uint8Array) && !Array.isArray(value);

const timeText = ({ year, month, day, hour, minute, second, raw }: Members): string =>
  raw instanceof Uint8Array
    ? hexOf(raw)
    : `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;

/** Set flags by name, the way people read a status word. */
const flagsText = (value: Members): string =>
  Object.entries(value)
    .filter(([, one]) => one !== false && one !== 0)
    .map(([name, one]) => (one === true ? name : `${name}=${String(one)}`))
    .join(" ") || "—";

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return "—";
  if (value instanceof Uint8Array) return value.length === 0 ? "—" : hexOf(value);
  if (!isMembers(value)) return String(value);
  if ("year" in value || "raw" in value) return timeText(value);
  return flagsText(value);
};

const sizeOf = (field: Field, value: unknown): number => field.size ?? field.sizeOf(value);

/** Walks a table beside the value that it decoded to; the bytes of each field follow from the sizes of those before. */
const walk = (field: Field, value: unknown, at: number, path: string, bytes: Uint8Array): readonly FieldRow[] => {
  const { shape } = field;
  const inner = (name: string): string => (path === "" ? name : `${path}.${name}`);
  if (shape.kind === "struct" && isMembers(value)) {
    const rows: FieldRow[] = [];
    let next = at;
    for (const [name, member] of Object.entries(shape.fields)) {
      rows.push(...walk(member, value[name], next, inner(name), bytes));
      next += sizeOf(member, value[name]);
    }
    return rows;
  }
  if (shape.kind === "optionalTail") return value === null ? [] : walk(shape.inner, value, at, path, bytes);
  if (shape.kind === "union" && isMembers(value) && typeof shape.tag !== "string") {
    const one = shape.cases.find(({ kind }) => kind === value.kind);
    const tagSize = shape.tag.size ?? 0;
    const tag = row(shape.tag, one?.tag ?? value[shape.unknownTag ?? ""], at, inner("type"), bytes);
    if (one !== undefined) return [tag, ...walk(one.layout, value, at + tagSize, path, bytes)];
    const rest = { at: at + tagSize, end: at + sizeOf(field, value), path: inner("bytes") };
    return [tag, { ...rest, ...titles(field, path), value: textOf(value.bytes), word: null }];
  }
  if (shape.kind === "list" && Array.isArray(value)) {
    const countSize = typeof shape.count === "string" ? 0 : (shape.count.size ?? 0);
    let next = at + countSize;
    const rows: FieldRow[] =
      countSize === 0 ? [] : [{ ...row(field, value, at, path, bytes), end: next, value: String(value.length) }];
    for (const [place, item] of value.entries()) {
      rows.push(...walk(shape.item, item, next, `${path}[${place}]`, bytes));
      next += sizeOf(shape.item, item);
    }
    return rows;
  }
  // The data of a user-defined command is kept whole, type flag first.
  if (shape.kind === "bytes" && isMembers(value) && value.bytes instanceof Uint8Array)
    return [row(field, Uint8Array.of(Number(value.typeFlag), ...value.bytes), at, path, bytes)];
  return [row(field, value, at, path, bytes)];
};

const titles = ({ notes }: Field, path: string) => ({ zh: notes.zh ?? path, en: notes.en ?? path });

const row = (field: Field, value: unknown, at: number, path: string, bytes: Uint8Array): FieldRow => {
  const { notes, size } = field;
  const end = at + (size ?? (value === undefined ? 0 : sizeOf(field, value)));
  // Start marks, lengths and checksums have bytes but no place in the value.
  const shown = value === undefined ? hexOf(bytes.subarray(at, end)) : textOf(value);
  const word = Object.values(notes.codes ?? {}).find(({ code }) => code === value);
  return {
    ...{ at, end, path, ...titles(field, path), value: shown },
    word: word === undefined ? null : { zh: word.zh, en: word.en ?? word.zh },
  };
};

/** Decodes a frame with the same codec as the hub. What it cannot name is shown as bytes, never hidden. */
export const decodedFields = (protocol: string, hex: string): Decoded => {
  if (protocol !== gb26875.id) return { kind: "unknownProtocol" };
  const bytes = bytesOf(hex);
  const frame = gb26875.decodeFrame(bytes);
  if (!frame.ok) return { kind: "refused", code: frame.error.code, offset: frame.error.offset, path: frame.error.path };
  const { message } = frame.value;
  const value = { ...frame.value, message: message.kind === "empty" ? null : message };
  return { kind: "fields", rows: walk(gb26875.layoutOf(bytes), value, 0, "", bytes) };
};
