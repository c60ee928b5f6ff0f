import type { ModelEvent } from "@dianan/model";
import type { Family } from "./component-family.ts";
import type { FrameView, NativeEvent } from "./frame-view.ts";
import type { Condition, NativeEvent as NativeRule } from "./generated/types.ts";

/**
 * Conditions that the protocol gives already, re-mapped: the profile's type in place of the protocol's, the raw code kept.
 */
export const nativeConditions = (
  rule: Condition,
  native: NativeRule,
  family: Family | null,
  view: FrameView,
): { readonly events: readonly ModelEvent[]; readonly taken: readonly NativeEvent[] } => {
  const type = rule.type ?? "unmapped";
  const wanted = native.type ?? (native.rawCode === undefined ? type : undefined);
  const taken = view.native.filter(({ event }) => {
    if (event.kind !== "condition") return false;
    if (wanted !== undefined && event.type !== wanted) return false;
    if (native.rawCode !== undefined && event.rawCode !== native.rawCode) return false;
    return family === null ? rule.component === undefined : family.holds(event.component ?? "");
  });
  const events = taken.flatMap(({ event }): readonly ModelEvent[] => {
    if (event.kind !== "condition") return [];
    if (rule.test !== true) return [{ ...event, type }];
    const { value: _, threshold: __, ...told } = event;
    return event.present ? [{ ...told, type: "selfCheck" }] : [];
  });
  return { events, taken };
};
