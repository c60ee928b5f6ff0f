import type { Words } from "@dianan/model";
import type { Result } from "@dianan/sharing";

/** What was wrong with an expression, or with what it made (映射错误). */
export type MappingFault = {
  readonly code:
    | "mapping-syntax"
    | "mapping-failed"
    | "mapping-empty"
    | "mapping-function"
    | "mapping-steps"
    | "mapping-depth"
    | "mapping-size"
    | "mapping-time"
    | "mapping-memory";
  /** Characters of the expression up to and with the token at which it failed; null: not known. */
  readonly position: number | null;
  readonly message: Words;
};

/** Whose a mapping is: owners get their turn one after the other, so that none waits for all of another's. */
export type MappingOwner = {
  readonly tenant: string;
  /** Which of its mappings; `trial`: one that somebody tries. */ readonly name: string;
};

/** An expression (JSONata) and what it works on. */
export type MappingAsk = {
  readonly owner: MappingOwner;
  readonly expression: string;
  /** JSON. */ readonly input: string;
  /** Names without `$`, and their values. */ readonly bindings: { readonly [name: string]: unknown };
};

/**
 * Works out mappings that integrators wrote (映射求值), outside of the hub's own process: whatever an expression does, it ends within
 * a bound of steps, depth, memory and time, and takes nothing but itself with it. What takes long keeps nobody else's waiting.
 */
export type Mapper = {
  /** What the expression makes of the input, as JSON values. Rejects with {@link MapperError} when none can be worked out now. */
  run(ask: MappingAsk): Promise<Result<unknown, MappingFault>>;
  /** Whether an expression can be read. */
  check(owner: MappingOwner, expression: string): Promise<MappingFault | null>;
  close(): Promise<void>;
};

/** No mapping can be worked out now: too many wait, its process does not start, or the hub is closing. */
export class MapperError extends Error {
  readonly code: "busy" | "unavailable" | "closed";
  constructor(code: MapperError["code"], text: string) {
    super(text);
    this.name = "MapperError";
    this.code = code;
  }
}
