// The devices: the real device side on the virtual network, and the lives that drive it.
import { gb26875, type Message } from "@dianan/codec";
import { type Device, openDevice } from "@dianan/device";
import type { Density } from "./density.ts";
import type { Link, Network } from "./network.ts";
import { type Chance, DAY, HOUR, type Life, MINUTE, type Scheduler, SECOND, type Trace } from "./scheduler.ts";
import type { Tally } from "./tally.ts";

/** What kind of device it is; nothing else of it is known to the hub than its period. */
export type DeviceKind = "keeper" | "sleeper" | "gateway";
export type Plan = {
  readonly address: number;
  readonly kind: DeviceKind;
  readonly periodMs: number;
  /** Speaks before anybody has registered it. */ readonly isStranger: boolean;
  /** Of its clock to ours. */ readonly clockOffMs: number;
  /** It has no battery: after a power cut its clock is wrong until somebody sets it. */ readonly losesTime: boolean;
};

export const planOf = (address: number, chance: Chance, { minutes }: Density): Plan => {
  const kind = chance.pick(["keeper", "keeper", "keeper", "sleeper", "gateway"] as const);
  const [least, most] = minutes[kind];
  const periodMs = Math.round(chance.spread(least, most)) * MINUTE;
  const isWrong = chance.is(0.1);
  const clockOffMs = isWrong
    ? chance.pick([-DAY, -400 * DAY, HOUR, 73 * 365 * DAY])
    : Math.round(chance.between(-60, 60) * SECOND);
  return { address, kind, periodMs, isStranger: chance.is(0.1), clockOffMs, losesTime: chance.is(0.1) };
};

const SYSTEM = { systemType: gb26875.systemTypes.fireAlarm.code, systemAddress: 1 } as const;
const { residualCurrentDetector, temperatureDetector } = gb26875.componentTypes;
const quiet = { supervised: false, started: false, feedback: false, delayed: false, powerFault: false, reserved: 0 };
type Time = ReturnType<typeof gb26875.timeLabelOf>;

const readingMessage = (value: number, componentAddress: number, time: Time): Message => ({
  kind: "componentAnalog",
  items: [
    {
      ...SYSTEM,
      ...{ componentType: temperatureDetector.code, componentAddress },
      ...{ analogType: gb26875.analogTypes.temperature.code, value, time },
    },
  ],
});
const statusMessage = (isOn: boolean, time: Time): Message => ({
  kind: "componentStatus",
  items: [
    {
      ...SYSTEM,
      ...{ componentType: residualCurrentDetector.code, componentAddress: 1, note: "", time },
      status: { ...quiet, normal: !isOn, fire: isOn, fault: false, shielded: false },
    },
  ],
});

/** Values tell frames apart: each is said once. 0.1 °C; the hub's own rule is 60 °C with 5 °C of deadband. */
const COOL = 150;
const HOT = 700;

type World = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly trace: Trace;
  readonly network: Network;
  readonly saw: Tally["saw"];
  readonly density: Density;
};

/** What a device did when it was told to. */
export type Done = { readonly address: number; readonly minutes: number };

/** Lets a device live until `calm`; from then on nothing happens to it, and it goes on sending. */
export const liveDevice = (world: World, plan: Plan, calm: number, done: Done[]): void => {
  const { scheduler, chance, trace, network, saw, density } = world;
  const { behindGateway, turnsHot, alarmEveryMs, sufferEveryMs, frayEveryMs } = density;
  const { address, kind, periodMs } = plan;
  const latencyMs = chance.spread(20, 600);
  let life: Life = { over: true };
  let device: Device | null = null;
  let link: Link | null = null;
  let count = 0;
  let isHot = false;
  let alarm: { isOn: boolean; time: Time } | null = null;

  /** What a power cut has done to its clock. */ let lostMs = 0;
  const clock = (): number => scheduler.now() + plan.clockOffMs + lostMs;
  const label = (): Time => gb26875.timeLabelOf(clock(), 480);
  const isCalm = (): boolean => scheduler.now() >= calm;

  /** Most say something when they are connected; the hub ends a link on which nobody does. */
  const greet = (dialled: Link, own: Life): void => {
    if (chance.is(0.2)) return;
    const speak = (): void => {
      if (!dialled.device.destroyed && !dialled.isUsed) void send(nextReading());
    };
    scheduler.after(chance.between(0, 20 * SECOND), speak, own);
  };
  const open = (): Device => {
    const own = life;
    device = openDevice({
      ...{ host: "", port: 0, address, clock, random: chance.unit, window: kind === "gateway" ? 4 : 1 },
      reconnectMs: [2 * SECOND, 2 * MINUTE],
      timer: (run, ms) => scheduler.after(ms, run, own),
      dial: () => {
        const dialled = network.dial(latencyMs);
        link = dialled;
        if (kind !== "sleeper") dialled.device.once("connect", () => greet(dialled, own));
        return dialled.device;
      },
      onDutyCheck: (minutes) => {
        done.push({ address, minutes });
        trace.tell(`device ${address} duty ${minutes}`);
      },
    });
    return device;
  };
  /** True once it is confirmed. A device that ends forgets whom it waits for. */
  const send = (message: Message): Promise<boolean> => {
    if (device === null || life.over) return Promise.resolve(false);
    return device.send(message).then(
      () => true,
      () => false,
    );
  };
  /** A change of state is told until it is confirmed. */
  const deliver = async (told: { isOn: boolean; time: Time }): Promise<void> => {
    const own = life;
    if (alarm !== told || device === null || own.over) return;
    if (await send(statusMessage(told.isOn, told.time))) return;
    scheduler.after(30 * SECOND, () => void deliver(told), own);
  };
  const nextReading = (component = 1): Message => {
    count += 1;
    if (!isCalm() && component === 1 && chance.is(turnsHot)) isHot = !isHot;
    return readingMessage((isHot ? HOT : COOL) + count, component, label());
  };

  const wake = async (): Promise<void> => {
    const own = life;
    const one = open();
    for (let tries = 0; tries < 4 && !own.over; tries += 1) if (await send(nextReading())) break;
    if (own.over) return;
    if (alarm !== null) await send(statusMessage(alarm.isOn, alarm.time));
    if (!own.over) await one.close();
    if (device === one) device = null;
  };
  const beat = (): void => {
    if (kind === "sleeper") void wake();
    else for (let n = 1; n <= (kind === "gateway" ? behindGateway : 1); n += 1) void send(nextReading(n));
    scheduler.after(periodMs * chance.between(0.9, 1.05), beat, life);
  };
  const boot = (): void => {
    life = { over: false };
    trace.tell(`device ${address} boots`);
    if (kind !== "sleeper") open();
    if (alarm?.isOn && kind !== "sleeper") void deliver(alarm);
    scheduler.after(chance.between(0, kind === "sleeper" ? periodMs : MINUTE), beat, life);
  };
  const stop = (isSilent: boolean): void => {
    life.over = true;
    device = null;
    if (isSilent) link?.cut(false);
    else link?.device.destroy();
    link = null;
  };
  const change = (): void => {
    if (!isCalm() && !life.over) {
      alarm = { isOn: !alarm?.isOn, time: label() };
      trace.tell(`device ${address} ${alarm.isOn ? "alarms" : "recovers"}`);
      if (kind !== "sleeper") void deliver(alarm);
    }
    scheduler.after(chance.wait(alarm?.isOn ? 90 * MINUTE : alarmEveryMs), change);
  };
  const suffer = (): void => {
    if (isCalm()) return;
    if (!life.over) {
      const isOutage = chance.is(0.4);
      stop(chance.is(0.5));
      trace.tell(`device ${address} ${isOutage ? "loses power" : "reboots"}`);
      saw(isOutage ? "a device loses power" : "a device reboots");
      if (plan.losesTime) {
        lostMs = chance.pick([-400 * DAY, -HOUR, 0, HOUR]);
        saw("a device's clock is set");
      }
      scheduler.after(isOutage ? chance.spread(10 * MINUTE, 6 * HOUR) : chance.between(10, 60) * SECOND, boot);
    }
    scheduler.after(chance.wait(sufferEveryMs), suffer);
  };
  const fray = (): void => {
    if (isCalm()) return;
    if (link !== null && !link.device.destroyed) link.cut(chance.is(0.6));
    scheduler.after(chance.wait(frayEveryMs), fray);
  };
  scheduler.after(chance.between(0, 2 * MINUTE), boot);
  scheduler.after(chance.wait(alarmEveryMs), change);
  scheduler.after(chance.wait(sufferEveryMs), suffer);
  scheduler.after(chance.wait(frayEveryMs), fray);
};
