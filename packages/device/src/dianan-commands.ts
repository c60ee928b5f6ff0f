import { type Content, type DiananFrame, dianan } from "@dianan/codec";

/** What becomes of a command (命令结果). */
export type Outcome = keyof typeof dianan.outcomes;

/** Commands that a frame without an authentication code may not give, unless the owner allows it. DianAn DP V1 §4.10. */
const guarded: readonly Content["kind"][] = ["setThreshold", "switch", "startCharge", "stopCharge", "act", "setPeriod"];
const open: readonly Content["kind"][] = ["setClock", "report"];

export type Obedience = {
  /** The frame is secured, or the owner allows commands that are not. */ readonly isAllowed: boolean;
  /** The device's time, as frames have it. */ readonly seconds: number;
  readonly act: ((command: Content) => Outcome) | undefined;
};

/**
 * Carries out the commands of a frame, in order: one result for each. Records that are not known are passed over (§7).
 *
 * @returns results in the order of the commands; where the clock is set to, milliseconds
 */
export const obey = (
  { counter, time, records }: DiananFrame,
  { isAllowed, seconds, act }: Obedience,
): { readonly results: readonly Content[]; readonly setClockTo: number | null } => {
  const results: Content[] = [];
  let expiresAt: number | null = null;
  let setClockTo: number | null = null;
  const outcomeOf = (command: Content): Outcome => {
    if (expiresAt !== null && seconds > expiresAt) return "expired";
    if (guarded.includes(command.kind) && !isAllowed) return "refused";
    if (command.kind !== "setClock") return act?.(command) ?? "refused";
    setClockTo = dianan.instantOf(time);
    return setClockTo === null ? "failed" : "done";
  };
  for (const [index, { content }] of records.entries()) {
    if (content.kind === "expiry") expiresAt = content.at;
    if (!guarded.includes(content.kind) && !open.includes(content.kind)) continue;
    const outcome = dianan.outcomes[outcomeOf(content)].code;
    results.push({ kind: "result", command: counter, index, outcome, detail: 0, unparsed: new Uint8Array(0) });
  }
  return { results, setClockTo };
};
