import type { Frame, Message } from "@dianan/codec";
import { gb26875 } from "@dianan/codec";

/** What a simulated device does. `mixed`: of ten devices one alarms, one has a fault, one falls silent, seven are normal. */
export const scenarios = ["normal", "residualCurrentAlarm", "fault", "silent", "mixed"] as const;
/** Name of one of the {@link scenarios}. */
export type Scenario = (typeof scenarios)[number];

/** What one device of a fleet does: `mixed` is dealt out by the device's place in the fleet. */
export const roleOf = (scenario: Scenario, index: number): Exclude<Scenario, "mixed"> => {
  if (scenario !== "mixed") return scenario;
  const roles = ["residualCurrentAlarm", "normal", "normal", "fault", "normal", "normal", "silent"] as const;
  return roles[index % 10] ?? "normal";
};

type Time = Frame["time"];
const { residualCurrentDetector, temperatureDetector, electricalFireMonitor } = gb26875.componentTypes;
const { temperature, voltage, current } = gb26875.analogTypes;
const SYSTEM = { systemType: gb26875.systemTypes.fireAlarm.code, systemAddress: 1 } as const;
const quiet = {
  normal: true,
  fire: false,
  fault: false,
  shielded: false,
  supervised: false,
  started: false,
  feedback: false,
  delayed: false,
  powerFault: false,
  reserved: 0,
} as const;

/** Transmission device is well (正常监视状态), type 21. */
export const wellMessage = (time: Time): Message => ({
  kind: "transmitterStatus",
  status: {
    normal: true,
    fire: false,
    fault: false,
    mainPowerFault: false,
    backupPowerFault: false,
    channelFault: false,
    lineFault: false,
    reserved: 0,
  },
  time,
});

/** Two cable temperatures, supply voltage and load current, type 3. `random`: 0 up to 1. */
export const readingsMessage = (time: Time, random: () => number): Message => {
  const temperatureItem = (componentAddress: number) => ({
    ...SYSTEM,
    componentType: temperatureDetector.code,
    componentAddress,
    analogType: temperature.code,
    value: 220 + Math.round(random() * 60),
    time,
  });
  const supply = (analogType: number, value: number) => ({
    ...SYSTEM,
    componentType: electricalFireMonitor.code,
    componentAddress: 1,
    analogType,
    value,
    time,
  });
  return {
    kind: "componentAnalog",
    items: [
      temperatureItem(1),
      temperatureItem(2),
      supply(voltage.code, 2200 + Math.round((random() - 0.5) * 80)),
      supply(current.code, 30 + Math.round(random() * 120)),
    ],
  };
};

const statusMessage = (
  time: Time,
  componentType: number,
  note: string,
  bits: Partial<typeof quiet> | object,
): Message => ({
  kind: "componentStatus",
  items: [{ ...SYSTEM, componentType, componentAddress: 1, status: { ...quiet, ...bits }, note, time }],
});

/** The residual-current detector alarms (剩余电流报警): the fire bit of a component of type 17. */
export const residualCurrentMessage = (time: Time): Message =>
  statusMessage(time, residualCurrentDetector.code, "一层配电箱剩余电流", { fire: true });

/** A temperature detector reports a fault (故障). */
export const faultMessage = (time: Time): Message =>
  statusMessage(time, temperatureDetector.code, "一层电缆温度", { fault: true });
