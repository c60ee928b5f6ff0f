import jsonata from "jsonata";

/** Steps of one evaluation: a mapping of 500 values takes some 10,000. */
export const STEPS_MAX = 50_000;
/** Expressions within expressions, and functions that call themselves. */
export const DEPTH_MAX = 200;
/** Items of a list that an expression makes. */
const ITEMS_MAX = 20_000;
/** Characters of JSON of what it makes. */
export const RESULT_MAX = 256 * 1024;
/** Expressions that are kept as they were parsed. */
const KEPT_MAX = 64;
/** Characters of what the library says, which may repeat a part of the input. */
const DETAIL_MAX = 300;

/** One task of the evaluating process. `input` null: only whether the expression can be read. */
export type EvaluateTask = {
  readonly id: number;
  readonly expression: string;
  readonly input: string | null;
  readonly bindings: string;
};
export type EvaluateFault = {
  readonly kind: "syntax" | "failed" | "empty" | "function" | "steps" | "depth" | "size";
  readonly position: number | null;
  readonly detail: string;
};
export type EvaluateAnswer = { readonly id: number } & (
  | { readonly result: string }
  | { readonly fault: EvaluateFault }
);

type Expression = ReturnType<typeof jsonata>;
type Watched = { readonly expression: Expression; readonly watch: { steps: number; position: number | null } };

/** The hook of the library that runs before each step. */
const ENTRY = Symbol.for("jsonata.__evaluate_entry");

class TooManySteps extends Error {}
class HoldsFunction extends Error {}

const parsed = (text: string): Watched => {
  const expression = jsonata(text, { stack: DEPTH_MAX, sequence: ITEMS_MAX });
  const watch = { steps: 0, position: null as number | null };
  expression.assign(ENTRY as unknown as string, ({ position }: { readonly position?: number }) => {
    watch.steps += 1;
    if (typeof position === "number") watch.position = position;
    if (watch.steps > STEPS_MAX) throw new TooManySteps(`${STEPS_MAX} steps`);
  });
  return { expression, watch };
};

const textOf = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, member: unknown) => {
    const isFunction =
      typeof member === "function" ||
      (typeof member === "object" &&
        member !== null &&
        (Object.hasOwn(member, "_jsonata_function") || Object.hasOwn(member, "_jsonata_lambda")));
    if (isFunction) throw new HoldsFunction("a function is no JSON");
    return member;
  });

/** What the library throws: an error, or an object with a code of its own. */
type Thrown = { readonly code?: unknown; readonly position?: unknown; readonly message?: unknown };

const faultOf = (thrown: unknown, isParsing: boolean, place: number | null): EvaluateFault => {
  const { code, position, message } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as Thrown;
  const at = typeof position === "number" && Number.isSafeInteger(position) && position >= 0 ? position : place;
  const told = (kind: EvaluateFault["kind"]): EvaluateFault => ({
    ...{ kind, position: at, detail: String(message ?? code ?? "").slice(0, DETAIL_MAX) },
  });
  if (thrown instanceof TooManySteps) return told("steps");
  if (thrown instanceof HoldsFunction) return { ...told("function"), position: null };
  // D1011: deeper than `stack`; the engine's own stack ends with a RangeError of this text.
  if (code === "D1011" || message === "Maximum call stack size exceeded") return told(isParsing ? "syntax" : "depth");
  // D2014, D2015: longer than `sequence`; a text that is too long is a RangeError of the engine.
  if (code === "D2014" || code === "D2015" || message === "Invalid string length") return told("size");
  return told(isParsing ? "syntax" : "failed");
};

/** Works out one task after the other; what was parsed once is kept. */
export const createEvaluator = (): ((task: EvaluateTask) => Promise<EvaluateAnswer>) => {
  const kept = new Map<string, Watched>();

  const find = (text: string): Watched => {
    const known = kept.get(text) ?? parsed(text);
    kept.delete(text);
    kept.set(text, known);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
    return known;
  };

  return async ({ id, expression: text, input, bindings }) => {
    let found: Watched;
    try {
      found = find(text);
    } catch (thrown) {
      return { id, fault: faultOf(thrown, true, null) };
    }
    const { expression, watch } = found;
    if (input === null) return { id, result: "null" };
    watch.steps = 0;
    watch.position = null;
    try {
      const result = textOf(await expression.evaluate(JSON.parse(input), JSON.parse(bindings)));
      if (result === undefined) return { id, fault: { kind: "empty", position: null, detail: "" } };
      if (result.length > RESULT_MAX)
        return { id, fault: { kind: "size", position: null, detail: `${result.length} characters` } };
      return { id, result };
    } catch (thrown) {
      return { id, fault: faultOf(thrown, false, watch.position) };
    }
  };
};
