import { type AlarmType, alarmTypes, type Presence, type Status } from "@dianan/model";
import type { AlarmSlot } from "./alarm-slot.ts";

/** Key of an alarm slot inside its device: type, then the component's key (none: the device as a whole). */
export const slotKey = (type: AlarmType, component: string | null): string =>
  component === null ? type : `${type} ${component}`;

/** Takes a {@link slotKey} apart. */
export const slotParts = (key: string): { readonly type: AlarmType; readonly component: string | null } => {
  const space = key.indexOf(" ");
  return space < 0
    ? { type: key as AlarmType, component: null }
    : { type: key.slice(0, space) as AlarmType, component: key.slice(space + 1) };
};

export type Slots = { readonly [key: string]: AlarmSlot };

/** What the open alarms say: `alarm` or `fault`; null when none of these classes stands. `only`: those of one component. */
const worstOpen = (slots: Slots, only?: string): "alarm" | "fault" | null => {
  let worst: "fault" | null = null;
  for (const key in slots) {
    if (!slots[key]?.open) continue;
    const { type, component } = slotParts(key);
    if (only !== undefined && component !== only) continue;
    const { class: alarmClass } = alarmTypes[type];
    if (alarmClass === "alarm") return "alarm";
    if (alarmClass === "fault") worst = "fault";
  }
  return worst;
};

/** Status of a device (设备状态): alarm before fault before offline before normal. */
export const deviceStatus = (slots: Slots, presence: Presence): Status =>
  worstOpen(slots) ?? (presence === "online" ? "normal" : "offline");

/** Status of a component (部件状态): what it reports, unless an alarm or fault of it still stands (SEC-DEV-03). */
export const componentStatus = (slots: Slots, component: string, reported: Status): Status =>
  worstOpen(slots, component) ?? reported;
