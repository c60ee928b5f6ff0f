import type { Frame, Message } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type { CentrePoint, CentreSettings } from "../ports/centre.ts";
import { labelOf, OBJECTS_MAX, statusOf } from "./batch.ts";
import { reportOf } from "./draft.ts";
import type { PointBook } from "./point-book.ts";

/** How a device takes what its centre asks for: a message to reply with, a confirm, or a deny. */
export type Answer = Message | "confirm" | "deny";

type Asked<K extends Message["kind"]> = Extract<Message, { readonly kind: K }>;

/** What answers are made of. */
export type AnswerSource = {
  readonly book: PointBook | null;
  readonly settings: CentreSettings;
  readonly platformName: string;
  readonly version: readonly [major: number, minor: number];
  readonly utcOffsetMinutes: number;
  readonly now: Instant;
};

const noFlags = {
  ...{ normal: true, fire: false, fault: false, mainPowerFault: false, backupPowerFault: false },
  ...{ channelFault: false, lineFault: false, reserved: 0 },
};

/** State of this device itself (装置运行状态): it runs. States of components are told as such, not a second time here. */
export const transmitterStatus = (time: Frame["time"]): Message => ({
  kind: "transmitterStatus",
  status: noFlags,
  time,
});

/** Answer to a duty check (查岗应答). */
export const dutyAnswer = (operator: number, time: Frame["time"]): Message => ({
  kind: "transmitterOperation",
  items: [
    {
      operation: {
        ...{ reset: false, muted: false, manualAlarm: false, alarmCleared: false, selfTest: false },
        ...{ dutyAnswered: true, tested: false, reserved: 0 },
      },
      operator,
      time,
    },
  ],
});

const pointsOfSystem = (book: PointBook, type: number, address: number): readonly CentrePoint[] =>
  [...book.entries()]
    .map(([, point]) => point)
    .filter(({ place }) => place.systemType === type && place.systemAddress === address);

/** States of systems: what is open at any of their components together. Null: one of them has none. */
const systems = (
  { items }: Asked<"readSystemStatus">,
  book: PointBook,
  { utcOffsetMinutes }: AnswerSource,
): Message | null => {
  const states = items.flatMap(({ systemType, systemAddress }) => {
    const points = pointsOfSystem(book, systemType, systemAddress);
    if (points.length === 0) return [];
    const words = points.map((point) => statusOf(reportOf(point), utcOffsetMinutes).status);
    const has = (flag: "fire" | "fault" | "supervised" | "powerFault"): boolean => words.some((word) => word[flag]);
    const changedAt = Math.max(...points.map((point) => point.changedAt));
    const state = {
      ...{ systemType, systemAddress, time: labelOf(changedAt, utcOffsetMinutes) },
      status: {
        ...{ normal: true, fire: has("fire"), fault: has("fault"), shielded: false, supervised: has("supervised") },
        ...{ started: false, feedback: false, delayed: false, mainPowerFault: has("powerFault") },
        ...{ backupPowerFault: false, busFault: false, manual: false, configurationChanged: false, reset: false },
        reserved: 0,
      },
    };
    return [state];
  });
  return states.length < items.length ? null : { kind: "systemStatus", items: states };
};

/** Null: one of them is not known here. */
const components = (
  { items }: Asked<"readComponentStatus"> | Asked<"readComponentConfiguration">,
  book: PointBook,
): readonly CentrePoint[] | null => {
  const found = items.map(({ systemType, systemAddress, componentAddress }) =>
    typeof componentAddress === "number" ? book.at({ systemType, systemAddress, componentAddress }) : undefined,
  );
  return found.includes(undefined) ? null : (found as readonly CentrePoint[]);
};

/** Configuration (配置说明) as text: 255 bytes at most, by whole characters. */
const described = (text: string): string => {
  let kept = "";
  for (const character of text) {
    if (Buffer.byteLength(kept + character, "utf8") > 255) break;
    kept += character;
  }
  return kept;
};

/**
 * What this device says to a request or an order of its centre (types 61 to 89). The standard leaves open what is said of an address
 * that is not there: it is denied. So is what this device does not have: analog values, operation records, software of facilities.
 *
 * @see GB/T 26875.3-2011 §6.2, §7 table 3
 */
export const answerTo = (message: Message, source: AnswerSource): Answer => {
  const { book, now, utcOffsetMinutes, version, platformName } = source;
  const time = labelOf(now, utcOffsetMinutes);
  switch (message.kind) {
    case "readTransmitterStatus":
      return transmitterStatus(time);
    case "readTransmitterVersion":
      return { kind: "transmitterVersion", major: version[0], minor: version[1] };
    case "readTransmitterConfiguration":
      return { kind: "transmitterConfiguration", description: described(platformName) };
    case "readTransmitterTime":
      return { kind: "transmitterTime", time };
    case "initialise":
      return "confirm";
    case "readSystemStatus":
      return (book && systems(message, book, source)) ?? "deny";
    case "readComponentStatus": {
      const points = book === null ? null : components(message, book);
      if (points === null || points.length > OBJECTS_MAX) return "deny";
      return {
        kind: "componentStatus",
        items: points.map((point) => statusOf(reportOf(point), utcOffsetMinutes)),
      };
    }
    case "readComponentConfiguration": {
      const points = book === null ? null : components(message, book);
      if (points === null) return "deny";
      const items = points.map((point) => {
        const { note = "" } = statusOf(reportOf(point), utcOffsetMinutes);
        return { ...point.place, note };
      });
      return { kind: "componentConfiguration", items };
    }
    case "readSystemTime": {
      const { systemType, systemAddress } = message;
      if (book === null || pointsOfSystem(book, systemType, systemAddress).length === 0) return "deny";
      return { kind: "systemTime", systemType, systemAddress, time };
    }
    default:
      return "deny";
  }
};
