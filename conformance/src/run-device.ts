import { deviceCases } from "./device/device-cases.ts";
import { type DeviceOptions, DeviceSeat } from "./device/device-seat.ts";
import { diananCases } from "./device/dianan-cases.ts";
import { DiananSeat } from "./device/dianan-seat.ts";
import { runTarget, type TargetOptions, type TargetRun } from "./run.ts";

export type DeviceRunOptions = TargetOptions &
  DeviceOptions & {
    readonly name?: string;
    readonly version?: string;
    /** Features that it has not: `replies`; of the open protocol `self-test`, `guarded`. */ readonly lacks?: readonly string[];
    /** Of the open protocol: the device's own key, 16 bytes or more. */ readonly key?: Uint8Array | null;
    /** The kit waits for the device here. */ readonly onReady?: (port: number) => void;
  };

/** Puts a device to the test (设备对象): the kit is the platform that it dials. The suite says which protocol it speaks. */
export const runDevice = async (options: DeviceRunOptions): Promise<TargetRun> => {
  const { name = "device", version = "", lacks = [], key = null, onReady } = options;
  const isDianan = options.suite.spec.prefix === "DP";
  const opened = new DeviceSeat(options);
  const port = await opened.link.listen(options.port);
  await opened.link.close();
  // A dialogue may hang up and listen again: the device knows one port.
  const bound = { ...options, port, key };
  const had = (isDianan ? ["self-test", "guarded"] : ["replies"]).filter((one) => !lacks.includes(one));
  const features = [...had, ...(key === null ? [] : ["secured"])];
  const who = { name, version, lang: "device", features };
  const run = async <S extends DeviceSeat | DiananSeat>(
    seat: S,
    test: () => Promise<TargetRun>,
  ): Promise<TargetRun> => {
    await seat.link.listen(port);
    onReady?.(port);
    try {
      return await test();
    } finally {
      await seat.link.close();
    }
  };
  if (isDianan) {
    const seat = new DiananSeat(bound);
    return run(seat, () => runTarget("device", who, diananCases, seat, options));
  }
  const seat = new DeviceSeat(bound);
  return run(seat, () => runTarget("device", who, deviceCases, seat, options));
};
