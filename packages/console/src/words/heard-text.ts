import { millisecondsOf } from "../live/alarm-row.ts";
import type { DeviceRecord } from "../live/directory.ts";
import { ageText } from "./code-words.ts";
import type { Messages } from "./zh.ts";

/**
 * When a device was last heard. The record's time moves only with its presence or status, so that of an online device is no age:
 * it is said to report, which is what being online means.
 */
export const heardText = (device: DeviceRecord, now: number, words: Messages): string => {
  if (device.presence === "online") return words.devices.reporting;
  const at = millisecondsOf(device.lastSeenAt);
  return at === null ? words.devices.never : words.devices.ago(ageText(now - at, words));
};
