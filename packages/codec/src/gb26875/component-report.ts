import { encode, type TimeLabel, textUntilEnd } from "@dianan/layout";
import { type AlarmType, alarmTypes } from "@dianan/model";
import { componentTypes } from "./component-types.ts";
import { ofComponent } from "./conditions.ts";
import type { ComponentStatus } from "./facility.ts";

/** Where a component stands on the wire. */
export type ComponentPlace = {
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentType: number;
  readonly componentAddress: number;
};

/** What is told of a component, and what the status word has no exact words for. */
export type ComponentReport = {
  readonly item: ComponentStatus;
  /** Open alarms that a reader of the word takes for another type, or does not see; in the order given. */
  readonly inexact: readonly AlarmType[];
};

/** Description (部件说明), GB/T 26875.3-2011 figure 7. Bytes. */
const NOTE_BYTES = 31;
const anyText = textUntilEnd("gb18030");

/** The longest beginning of whole characters that a description holds; control characters become spaces. */
const fitted = (text: string): string => {
  let [kept, size] = ["", 0];
  for (const character of text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trim()) {
    size += encode(anyText, character).length;
    if (size > NOTE_BYTES) break;
    kept += character;
  }
  return kept.trimEnd();
};

type Bit = "fire" | "fault" | "powerFault" | "supervised" | null;

/** A fire alarm sends people out: only what the model calls a fire danger of the highest severity sets that bit. */
const bitOf = (type: AlarmType): Bit => {
  const { class: alarmClass, severity, fire } = alarmTypes[type];
  switch (alarmClass) {
    case "alarm":
      return fire && severity === 1 ? "fire" : "supervised";
    case "warning":
      return "supervised";
    case "fault":
      return type === "mainsSupplyFault" ? "powerFault" : "fault";
    case "offline":
      return "fault";
    case "event":
      return null;
  }
};

const { electricalFireMonitor, residualCurrentDetector, temperatureDetector, smokeDetector } = componentTypes;
const detectors: { readonly [T in AlarmType]?: number } = {
  residualCurrentOver: residualCurrentDetector.code,
  residualCurrentHigh: residualCurrentDetector.code,
  temperatureOver: temperatureDetector.code,
  temperatureHigh: temperatureDetector.code,
  smokeAlarm: smokeDetector.code,
};

/** Component type (部件类型, table 5) of a part that is known by its alarm alone: its detector, else 16, the monitoring unit. */
export const componentTypeFor = (type: AlarmType): number => detectors[type] ?? electricalFireMonitor.code;

/**
 * What is open at a component, as the whole status word (部件状态) that a transmission device uploads on every change: with none
 * open it is the recovery. Fire dangers of severity 1 set 火警, other alarms and warnings 监管, faults and silence 故障, a lost
 * mains supply 电源故障; events set nothing. Which alarm it is follows from the component type, as far as the standard can say it.
 *
 * @param text - description (部件说明); cut to 31 bytes of GB 18030 by whole characters
 * @see GB/T 26875.3-2011 §8.2.1.2, figure 7, tables 4 and 5
 */
export const componentReport = (
  place: ComponentPlace,
  open: readonly AlarmType[],
  text: string,
  time: TimeLabel,
): ComponentReport => {
  const bits = new Set(open.map(bitOf));
  const item: ComponentStatus = {
    ...place,
    status: {
      normal: true,
      fire: bits.has("fire"),
      fault: bits.has("fault"),
      shielded: false,
      supervised: bits.has("supervised"),
      started: false,
      feedback: false,
      delayed: false,
      powerFault: bits.has("powerFault"),
      reserved: 0,
    },
    note: fitted(text),
    time,
  };
  const read = new Set(
    ofComponent(item, null, "u32").flatMap((event) =>
      event.kind === "condition" && event.present ? [event.type] : [],
    ),
  );
  return { item, inexact: open.filter((type) => !read.has(type)) };
};
