import { type AlarmType, alarmTypes, type ComponentKey } from "@dianan/model";
import type { Condition, FullMeaning, Latching, Meaning } from "./generated/types.ts";

/** What a bit or code means, with every default filled in. */
export type FullSense = {
  readonly type: AlarmType;
  readonly component: ComponentKey | null | undefined;
  readonly latching: Latching;
  readonly isTest: boolean;
  /** The device's own words, Chinese. */ readonly zh: string;
  readonly en: string;
};

const defaultLatching = (type: AlarmType): Latching => {
  switch (alarmTypes[type].class) {
    case "alarm":
      return "untilReset";
    case "event":
      return "once";
    default:
      return "followsValue";
  }
};

/** A meaning with its defaults; null: known, and no alarm. `component` is undefined when the rule's own is meant. */
export const senseOf = (meaning: Meaning): FullSense | null => {
  if (meaning === null) return null;
  const full: FullMeaning = typeof meaning === "string" ? { type: meaning } : meaning;
  return {
    type: full.type,
    component: full.component as ComponentKey | undefined,
    latching: full.latching ?? defaultLatching(full.type),
    isTest: full.test === true,
    zh: full.zh ?? "",
    en: full.en ?? "",
  };
};

/** Every meaning that a condition can have, by the bit or code that has it. */
export const meaningsOf = (rule: Condition): readonly { readonly code: string; readonly meaning: Meaning }[] => {
  const table = rule.flags ?? rule.codes;
  if (table !== undefined) return Object.entries(table).map(([code, meaning]) => ({ code, meaning }));
  const { type, class: alarmClass, latching, test, zh, en } = rule;
  if (type === undefined) return [];
  const full: FullMeaning = {
    type,
    ...(alarmClass === undefined ? {} : { class: alarmClass }),
    ...(latching === undefined ? {} : { latching }),
    ...(test === undefined ? {} : { test }),
    ...(zh === undefined ? {} : { zh }),
    ...(en === undefined ? {} : { en }),
  };
  return [{ code: (rule.equals ?? [1]).map(String).join(", "), meaning: full }];
};
