import type { Raw } from "./generated/types.ts";

/** A value found by a path; `index` is the item's place when the path has `[*]`. */
export type Found = { readonly raw: Raw; readonly index: number | null };

type Step = string | number | "*";

const stepsOf = (path: string): readonly Step[] =>
  path.split(/[.[\]]+/).flatMap((part): readonly Step[] => {
    if (part === "") return [];
    return /^[0-9]+$/.test(part) ? [Number(part)] : [part];
  });

const child = (value: unknown, step: Step): unknown => {
  if (typeof value !== "object" || value === null) return undefined;
  if (typeof step === "number" && !Array.isArray(value) && !(value instanceof Uint8Array)) return undefined;
  return Object.hasOwn(value, step) ? (value as { readonly [step: string]: unknown })[step] : undefined;
};

const isRaw = (value: unknown): value is Raw =>
  value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean";

/** Makes the reader of a path such as `message.ports[*].state`. What the frame does not have gives nothing. */
export const fieldReader = (path: string): ((frame: unknown) => readonly Found[]) => {
  const steps = stepsOf(path);
  return (frame) => {
    let at: readonly { readonly value: unknown; readonly index: number | null }[] = [{ value: frame, index: null }];
    for (const step of steps)
      at = at.flatMap(({ value, index }) => {
        if (step !== "*") return [{ value: child(value, step), index }];
        const items: readonly unknown[] = Array.isArray(value) ? value : value instanceof Uint8Array ? [...value] : [];
        return items.map((item, place) => ({ value: item, index: place }));
      });
    return at.flatMap(({ value, index }) => (isRaw(value) ? [{ raw: value, index }] : []));
  };
};
