import { deviceCases } from "./device/device-cases.ts";
import { type DeviceOptions, DeviceSeat } from "./device/device-seat.ts";
import { runTarget, type TargetOptions, type TargetRun } from "./run.ts";

export type DeviceRunOptions = TargetOptions &
  DeviceOptions & {
    readonly name?: string;
    /** Features that it has not: `replies`. */ readonly lacks?: readonly string[];
    /** The kit waits for the device here. */ readonly onReady?: (port: number) => void;
  };

/** Puts a device to the test (设备对象): the kit is the platform that it dials. */
export const runDevice = async (options: DeviceRunOptions): Promise<TargetRun> => {
  const { name = "device", lacks = [], onReady } = options;
  const seat = new DeviceSeat(options);
  const port = await seat.listen();
  // A dialogue may hang up and listen again: the device knows one port.
  const own = new DeviceSeat({ ...options, port });
  await seat.close();
  await own.listen();
  onReady?.(port);
  const features = ["replies"].filter((one) => !lacks.includes(one));
  try {
    return await runTarget("device", { name, version: "", lang: "device", features }, deviceCases, own, options);
  } finally {
    await own.close();
  }
};
