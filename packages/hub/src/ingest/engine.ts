import type { AcceptLink } from "../ports/device-link.ts";
import type { Downlink } from "../ports/downlink.ts";
import type { Intake } from "../ports/live.ts";
import type { ProtocolDriver } from "../ports/protocol.ts";
import type { Uplink } from "../ports/uplink.ts";
import { createAlarmClock } from "./alarm-clock.ts";
import { AUTO, createAutoDoor } from "./auto-door.ts";
import { createBusLines } from "./bus-lines.ts";
import { createClockSetBack } from "./clock-set-back.ts";
import type { EngineDeps } from "./deps.ts";
import { type DeviceBook, loadDeviceBook } from "./device-book.ts";
import { createDownlink } from "./downlink.ts";
import { createFrameWork } from "./frame-work.ts";
import { openHearingLog } from "./hearing-log.ts";
import { createLanes } from "./lanes.ts";
import { createLineDoor } from "./line-door.ts";
import { createLinkLosses } from "./link-losses.ts";
import { createLinkAcceptor, type Pending } from "./link-reader.ts";
import { createPollLines } from "./poll-lines.ts";
import { createPresenceClock } from "./presence-clock.ts";
import { createReadTurns } from "./read-turns.ts";
import { createRecordIntake } from "./record-intake.ts";
import { createRefusedFrames } from "./refused-frames.ts";
import { createStateSweep } from "./state-sweep.ts";
import { openStormBook } from "./storm-book.ts";
import { createUplink } from "./uplink.ts";

/** The way of every reading, alarm and record into the store. */
export type Engine = {
  /** Takes links of one of the protocols. @throws RangeError for a protocol without a driver */
  doorOf(protocol: string): AcceptLink;
  /** Takes the connections of a line with several units. @throws RangeError for a protocol that has no lines */
  lineOf(protocol: string, line: string): AcceptLink;
  readonly intake: Intake;
  readonly uplink: Uplink;
  /** The way of commands to devices. */ readonly downlink: Downlink;
  /** Once a second: presence, and the times of alarms. */ tick(): void;
  /** Resolves when every frame taken so far has been committed and answered. */ idle(): Promise<void>;
  /** The same before the end; then what devices have said need not be read from their frames at the next start. */
  finish(): Promise<void>;
};

/** Loads what is known of all addresses; then frames can be taken. Rejects with the store's error when it cannot. */
export const startEngine = async (deps: EngineDeps): Promise<Engine> => {
  const hearing = await openHearingLog(deps);
  const book = await loadDeviceBook(deps, hearing.gaps);
  const lanes = createLanes();
  const pending: Pending = { count: 0 };
  const committed = (head: number): void => deps.hints.hint(head);
  const downlink = createDownlink(book, deps.clock);
  const storms = await openStormBook(deps, book, () => intake);
  const work = createFrameWork(deps, book, lanes, committed, downlink, storms);
  const refused = createRefusedFrames(deps);
  const losses = createLinkLosses(book);
  const states = createStateSweep(deps, book, lanes);
  const presence = createPresenceClock(deps, book, lanes, losses, committed, storms);
  const polls = createPollLines(deps, book);
  const turns = createReadTurns(deps);
  const buses = createBusLines({ deps, book, work, losses, refused, pending, downlink });
  const intake: Intake = createRecordIntake(deps, book, lanes, committed, storms.taken);
  const alarms = createAlarmClock(deps, intake);
  const setBack = createClockSetBack(deps, book, lanes, intake, committed, hearing.wasAhead);
  deps.figures.gauge("framesPending", () => pending.count);
  deps.figures.gauge("strangers", () => book.strangers());
  for (const kind of ["online", "offline", "timedOut"] as const)
    deps.figures.gauge(`devices${kind[0]?.toUpperCase()}${kind.slice(1)}`, () => presenceCount(book, kind));
  const acceptorOf = (driver: ProtocolDriver): AcceptLink =>
    createLinkAcceptor(driver, { deps, book, work, losses, refused, pending, downlink, polls, turns });
  return {
    doorOf: (protocol) => {
      if (protocol === AUTO) {
        const speaking = [...deps.drivers.values()].filter(
          ({ bus, polling, dialect }) => bus === undefined && polling === undefined && dialect === undefined,
        );
        const choices = speaking.map((driver) => ({ driver, accept: acceptorOf(driver) }));
        return createAutoDoor(choices, deps.clock, refused);
      }
      const driver = deps.drivers.get(protocol);
      if (driver === undefined) throw new RangeError(noDriver(protocol, [...deps.drivers.keys()].join(", ")));
      const { bus } = driver;
      if (bus !== undefined) return createLineDoor(protocol, (line) => buses.accept(driver, bus, line), refused);
      return acceptorOf(driver);
    },
    lineOf: (protocol, line) => {
      const driver = deps.drivers.get(protocol);
      if (driver?.bus === undefined) throw new RangeError(noLine(protocol));
      return buses.accept(driver, driver.bus, line);
    },
    intake,
    uplink: createUplink(deps, book, work, losses, refused, pending, downlink),
    downlink,
    tick: () => {
      const shown = hearing.tick();
      if (shown === "setBack")
        // After the step that is under way, which still goes by the former time.
        for (const entry of [...book.entries.values(), ...book.judged.values()])
          void lanes.run([entry.key], async () => book.setBack(entry));
      if (shown === "setBack") void states.now(work.pendingSince());
      if (shown === "setBack") setBack.found();
      if (shown === "gap") for (const entry of book.entries.values()) book.reschedule(entry);
      presence.tick();
      setBack.tick();
      alarms.tick();
      storms.tick();
      polls.tick();
      buses.tick();
      states.tick(work.pendingSince());
    },
    idle: lanes.idle,
    finish: async () => {
      await lanes.idle();
      await states.now(work.pendingSince());
    },
  };
};

const noDriver = (protocol: string, known: string): string =>
  `protocol ${protocol}: 平台没有该协议的驱动,可用 the hub has no driver for it; it has ${known}`;

const noLine = (protocol: string): string =>
  `protocol ${protocol}: 不能由平台主动连接,请用 --doors the hub does not dial it: use --doors`;

const presenceCount = (book: DeviceBook, kind: string): number => {
  let count = 0;
  for (const { device, state } of book.entries.values()) if (device && state?.presence.kind === kind) count += 1;
  return count;
};
