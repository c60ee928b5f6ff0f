import { type Frame, gb26875, type Message } from "@dianan/codec";
import { type Device, type DeviceOptions, openDevice } from "@dianan/device";

const PERIOD_MS = 30;
const ZONE = 480;
const LOOPBACK = "127.0.0.1";

const label = (): Frame["time"] => gb26875.timeLabelOf(Date.now(), ZONE);
const well: () => Message = () => ({
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
  time: label(),
});
const alarm = (fire = true, componentAddress = 1): Message => ({
  kind: "componentStatus",
  items: [
    {
      ...{ systemType: 16, systemAddress: 1, componentType: 17, componentAddress, note: "剩余电流", time: label() },
      status: {
        normal: true,
        fire,
        fault: false,
        shielded: false,
        supervised: false,
        started: false,
        feedback: false,
        delayed: false,
        powerFault: false,
        reserved: 0,
      },
    },
  ],
});

/** How a device differs from the kit's own: options, when an alarm is raised, and the component whose recovery is told. */
export type DeviceTwist = Partial<DeviceOptions> & {
  readonly raise?: (device: Device, send: () => void) => void;
  readonly recovers?: number;
};

/**
 * The kit as a device of GB/T 26875.3 (工具扮演的设备), time compressed: it sends by itself, answers for its time, and raises an alarm when pressed.
 *
 * @param resendMs - when it sends again
 */
export const startKitDevice = (port: number, resendMs: number, { raise, recovers, ...options }: DeviceTwist = {}) => {
  const device = openDevice({
    ...{ host: LOOPBACK, port, address: 889, resendAfterMs: resendMs, reconnectMs: [20, 1_000] },
    onAsked: ({ kind }) => (kind === "readTransmitterTime" ? { kind: "transmitterTime", time: label() } : "deny"),
    ...options,
  });
  let isOpen = true;
  const beat = async (): Promise<void> => {
    while (isOpen) {
      await device.send(well()).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, PERIOD_MS));
    }
  };
  const beating = beat();
  const press = async (): Promise<void> => {
    const send = (): void => void device.send(alarm()).catch(() => {});
    if (raise === undefined) send();
    else raise(device, send);
  };
  const clear = async (): Promise<void> => void device.send(alarm(false, recovers)).catch(() => {});
  const close = async (): Promise<void> => {
    isOpen = false;
    await device.close();
    await beating;
  };
  return { press, clear, close };
};
