import type { Field } from "@dianan/layout";
import type { Direction } from "../protocol.ts";
import { EXCEPTION_BIT } from "./codes.ts";
import { isKnown, isTaken, type ModbusDialect } from "./dialects.ts";
import { answer, exception, request } from "./pdu.ts";

/** Size of the data behind a function: fixed bytes, and as many more as the byte at `countAt` says. */
export type DataSize = { readonly fixed: number; readonly countAt: number | null };

const sizeOf = ({ shape }: Field<unknown>): DataSize => {
  if (shape.kind !== "struct") throw new TypeError("the data of a function are a struct");
  let fixed = 0;
  let countAt: number | null = null;
  for (const field of Object.values(shape.fields)) {
    if (field.shape.kind === "derived" && field.shape.what === "length") countAt = fixed;
    fixed += field.size ?? 0;
  }
  return { fixed, countAt };
};

const sizesOf = ({ shape }: typeof request | typeof answer): ReadonlyMap<number, DataSize> =>
  new Map(shape.kind === "union" ? shape.cases.map(({ tag, layout }) => [tag, sizeOf(layout)]) : []);

const sizes: { readonly [D in Direction]: ReadonlyMap<number, DataSize> } = {
  down: sizesOf(request),
  up: sizesOf(answer),
};
const exceptionSize = sizeOf(exception);

/** How long the data of a function byte are; `any`: nothing says it; null: it is no function of this direction. */
export const dataSizeOf = (byte: number, direction: Direction, dialect: ModbusDialect): DataSize | "any" | null => {
  if (isKnown(byte)) return sizes[direction].get(byte) as DataSize;
  if (!isTaken(byte % EXCEPTION_BIT, dialect)) return null;
  if (byte < EXCEPTION_BIT) return "any";
  return direction === "up" ? exceptionSize : null;
};
