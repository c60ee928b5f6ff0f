// Confirmed frames per second as fast as confirms come, beside the floor of the same run.
import { type LoadFigures, type Part, type PartOptions, plainLoad, withFloor, withHub } from "./hub-parts.ts";
import { createSheet, MEDIAN, middle, ms } from "./part-table.ts";

export type FloorRun = { readonly floor: LoadFigures; readonly hub: LoadFigures };

export const measureFloor = async (options: PartOptions): Promise<FloorRun> => {
  const floor = await withFloor((port) => plainLoad(port, options, 0));
  const hub = await withHub({ devices: options.connections }, ({ port }) => plainLoad(port, options, 0));
  if (hub.closedByHub > 0) throw new Error(`the hub has closed ${hub.closedByHub} connections`);
  return { floor, hub };
};

const ratio = ({ floor, hub }: FloorRun): number => hub.confirmedPerSecond / floor.confirmedPerSecond;

export const floor: Part = {
  defaults: { connections: 3_000, seconds: 5, runs: 5, rate: 0 },
  run: async (options) => {
    const { connections, seconds, runs } = options;
    const sheet = createSheet(
      `As fast as confirms come 不限速: ${connections} connections, one frame under way on each, ${seconds} s a run, hub and floor in turn. Aim 目标: 0.40 of the floor.`,
    );
    sheet.head("run 轮次", "floor/s 下限", "hub/s 平台", "hub p50 ms", "hub p99 ms", "hub / floor");
    const all: FloorRun[] = [];
    const row = (name: string, of: (value: (run: FloorRun) => number) => number): void =>
      sheet.row(
        name,
        of((one) => one.floor.confirmedPerSecond).toFixed(0),
        of((one) => one.hub.confirmedPerSecond).toFixed(0),
        ms(of((one) => one.hub.p50Ms)),
        ms(of((one) => one.hub.p99Ms)),
        of(ratio).toFixed(2),
      );
    for (let n = 1; n <= runs; n += 1) {
      const run = await measureFloor(options);
      all.push(run);
      row(String(n), (value) => value(run));
    }
    row(MEDIAN, (value) => middle(all, value));
    return { lines: sheet.lines };
  },
};
