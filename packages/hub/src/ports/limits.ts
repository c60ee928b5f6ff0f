import type { HubLimits } from "../config.ts";
import type { Caller, Circumstance } from "./caller.ts";

/** One limit as it is now (限额), SEC-LIM-02, SEC-LIM-03. */
export type LimitView = {
  readonly name: keyof HubLimits;
  readonly value: number;
  /** As the hub was started with. */ readonly default: number;
  /** UCUM. */ readonly unit: string;
  /** What it has refused since the start; of some nothing is refused, but the oldest given up. */ readonly refused: number;
  /** False: it holds from a start, and is given with the hub's configuration. */ readonly isLive: boolean;
  /** Least and most that it may be set to. */ readonly range: readonly [min: number, max: number];
  readonly words: { readonly zh: string; readonly en: string };
};

/** Limits of a hub that runs. */
export type Limits = {
  /** What holds at this moment. */ now(): HubLimits;
  list(): readonly LimitView[];
  /** Counts a refusal of which no figure tells. */ refused(name: keyof HubLimits): void;
  /** Of the settings; 0: nothing was set. */ version(): number;
  /** Sets limits at once, and for later starts; the values were checked. `conflict`: somebody was faster. */
  set(
    who: Caller,
    version: number,
    values: { readonly [name in keyof HubLimits]?: number },
    reason: string,
    at: Circumstance,
  ): Promise<"done" | "conflict">;
};
