import { type Dlt645Data, type Dlt645Frame, dlt645 } from "@dianan/codec";
import { bcdNumber, decode } from "@dianan/layout";
import type { FrameView, ProfileContext } from "./frame-view.ts";
import type { Raw } from "./generated/types.ts";

type Items = typeof dlt645.measuredItems;
const isMeasured = (kind: string): kind is keyof Items => Object.hasOwn(dlt645.measuredItems, kind);

/** Units whose decimals are a point in which meters differ. */
const powers: ReadonlySet<string> = new Set(["kW", "kvar", "kVA"]);

const sameCode = (di: string, code: number): boolean => Number.parseInt(di, 16) === code;

/** Numbers of an identifier that the protocol knows, in the unit of the standard. */
const known = (data: Dlt645Data, di: string, context: ProfileContext): readonly Raw[] | null => {
  if (!isMeasured(data.kind)) return null;
  const { code, decimals, unit } = dlt645.measuredItems[data.kind];
  if (!sameCode(di, code)) return null;
  const places = powers.has(unit) ? Number(context.dialect?.powerDecimals ?? decimals) : decimals;
  return Object.entries(data).flatMap(([name, step]): readonly Raw[] => {
    if (name === "kind" || name === "unparsed") return [];
    return [typeof step === "number" ? step / 10 ** places : null];
  });
};

/** Numbers of a vendor's own identifier, by the format that the profile gives. */
const foreign = (data: Dlt645Data, di: string, format: string): readonly Raw[] | null => {
  if (data.kind !== "unknown" || !sameCode(di, data.di)) return null;
  const [whole = "", fraction = ""] = format.replace("±", "").split(".");
  const size = Math.ceil((whole.length + fraction.length) / 2);
  const field = bcdNumber(size, { signed: format.startsWith("±") });
  const count = Math.floor(data.bytes.length / size);
  return Array.from({ length: count }, (_, i): Raw => {
    const number = decode(field, data.bytes.subarray(i * size, (i + 1) * size));
    // Digits that are none are told, never guessed at and never taken for a missing value.
    if (!number.ok) return "not decimal";
    return number.value === null ? null : number.value / 10 ** fraction.length;
  });
};

/** Values of the data identifier that an answer is about. */
export const dlt645View = (decoded: unknown, context: ProfileContext): Partial<FrameView> => {
  const { message } = decoded as Dlt645Frame;
  if (message.kind !== "readAnswer") return {};
  const { data } = message;
  return {
    values: (di, format) => known(data, di, context) ?? (format === undefined ? null : foreign(data, di, format)),
  };
};
