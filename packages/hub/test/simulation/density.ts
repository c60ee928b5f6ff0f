// How much happens in a day. Most days are sparse: so they are cheap, and there can be ten thousand of them.
import type { DeviceKind } from "./devices.ts";
import type { DiskHabits } from "./disk.ts";
import { HOUR, MINUTE, SECOND } from "./scheduler.ts";

export type Density = {
  readonly name: "dense" | "sparse";
  /** Least number of devices, and how many more there may be. */ readonly devices: readonly [
    least: number,
    more: number,
  ];
  /** How long things happen, and how long after that nothing goes wrong any more, so that what is owed can be seen to arrive. */
  readonly hours: readonly [troubled: number, calm: number];
  /** Minutes between two uploads of a device, each order of magnitude as likely as the other. */
  readonly minutes: { readonly [kind in DeviceKind]: readonly [least: number, most: number] };
  /** Detectors behind a gateway. */ readonly behindGateway: number;
  /** Of a reading: that it is hot now, or no longer. */ readonly turnsHot: number;
  /** How often the hub is to look after itself. A look each {@link LOOKS} of it moves no promise by more than that. */
  readonly paceMs: number;
  readonly packEveryMs: number;
  /** Of each commit. */ readonly disk: DiskHabits;
  /** Mean times between two of them. */
  readonly askEveryMs: number;
  readonly dealEveryMs: number;
  readonly endEveryMs: number;
  readonly stormEveryMs: number;
  readonly cityAwayEveryMs: number;
  /** Of one device. */
  readonly alarmEveryMs: number;
  readonly sufferEveryMs: number;
  readonly frayEveryMs: number;
};

/** Paces between two looks of the hub. */
export const LOOKS = 8;
/** Paces of which a process that ends has not yet written down that it heard. */
const HEARING = 20;
/** What a stalled disk adds. */
const STALL_MS = 30 * SECOND;
/** Paces without a look that are no time in which the hub was away. */
const PAUSE = 10;

const sparse: Density = {
  ...{ name: "sparse", devices: [20, 3], behindGateway: 2, turnsHot: 0.12 },
  hours: [22.5, 1.5],
  minutes: { keeper: [60, 360], sleeper: [90, 360], gateway: [120, 360] },
  ...{ paceMs: 12 * SECOND, packEveryMs: 2 * HOUR },
  disk: { fails: 0.005, doubts: 0.003, crashes: 0.000_5, stalls: 0.001_5, lies: false },
  ...{ askEveryMs: 60 * MINUTE, dealEveryMs: 60 * MINUTE },
  ...{ endEveryMs: 16 * HOUR, stormEveryMs: 24 * HOUR, cityAwayEveryMs: 6 * HOUR },
  ...{ alarmEveryMs: 20 * HOUR, sufferEveryMs: 30 * HOUR, frayEveryMs: 30 * HOUR },
};
const dense: Density = {
  ...{ name: "dense", devices: [20, 31], behindGateway: 3, turnsHot: 0.08 },
  hours: [24, 2],
  minutes: { keeper: [10, 60], sleeper: [30, 240], gateway: [20, 60] },
  ...{ paceMs: SECOND, packEveryMs: 5 * MINUTE },
  disk: { fails: 0.002, doubts: 0.001, crashes: 0.000_2, stalls: 0.000_5, lies: false },
  ...{ askEveryMs: 10 * MINUTE, dealEveryMs: 8 * MINUTE },
  ...{ endEveryMs: 8 * HOUR, stormEveryMs: 10 * HOUR, cityAwayEveryMs: 6 * HOUR },
  ...{ alarmEveryMs: 5 * HOUR, sufferEveryMs: 12 * HOUR, frayEveryMs: 6 * HOUR },
};
export const densities = { sparse, dense } as const;

/** So many seeds of which one is dense. */
const DENSE_EACH = 40;
export const densityOf = (seed: number): Density => (seed % DENSE_EACH === 1 ? dense : sparse);

/** What the judge allows for, in milliseconds. */
export type Slack = {
  /** What a look has to say is stored by then: the hub looks, looks again when that failed, and once more. */
  readonly lookMs: number;
  /** What a process that ends has heard and not yet written down. */ readonly hearingMs: number;
  /** A pause so short is no time in which the hub was away. */ readonly pauseMs: number;
};
export const slackOf = ({ paceMs }: Density): Slack => ({
  lookMs: 3 * LOOKS * paceMs + STALL_MS,
  hearingMs: HEARING * paceMs,
  pauseMs: PAUSE * paceMs,
});
