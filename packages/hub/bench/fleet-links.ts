// Connections of a fleet, held or cut. node fleet-links.ts <port> <connections>; asked by messages of its parent:
// `frames`: each device sends a frame; `storm`: all are cut and opened again at once, each sending three frames, one after the other.
import { type FleetDevice, openDevice, openFleet } from "./fleet-device.ts";

const [port = 0, count = 0] = process.argv.slice(2).map(Number);
const FRAMES = 3;
let [confirmed, denied, closed] = [0, 0, 0];
const left = new Map<number, number>();
const told = {
  confirmed: (device: FleetDevice): void => {
    confirmed += 1;
    const more = (left.get(device.index) ?? 0) - 1;
    left.set(device.index, more);
    if (more > 0) device.report();
  },
  denied: () => {
    denied += 1;
  },
  closed: () => {
    closed += 1;
  },
};
let fleet = await openFleet(port, count, told);
const until = async (wanted: number, withinMs: number): Promise<number> => {
  const from = performance.now();
  while (confirmed + denied < wanted && performance.now() - from < withinMs)
    await new Promise((go) => setTimeout(go, 5));
  return performance.now() - from;
};
const frames = async (): Promise<number> => {
  confirmed = 0;
  for (const device of fleet) device.report();
  return until(count, 60_000);
};
const storm = async (): Promise<number> => {
  [confirmed, denied] = [0, 0];
  for (const { index } of fleet) left.set(index, FRAMES);
  const from = performance.now();
  for (const device of fleet) device.socket.destroy();
  const opening = fleet.map(async ({ index }) => {
    const device = await openDevice(port, index, told, 1_000);
    device.report();
    return device;
  });
  fleet = await Promise.all(opening);
  closed = 0;
  await until(count * FRAMES, 60_000);
  return performance.now() - from;
};
process.on("message", async (what) => {
  const ms = await (what === "storm" ? storm() : frames());
  process.send?.({ ms, confirmed, denied, closed });
});
process.once("disconnect", () => process.exit(0));
console.log(JSON.stringify({ open: fleet.length }));
