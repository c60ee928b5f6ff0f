// Confirm time at a steady pace, the disk's own times beside each run.
import { median } from "./child.ts";
import { loadOf, type Part, probeOf, withHub } from "./hub-parts.ts";

export const confirm: Part = {
  defaults: { connections: 3_000, seconds: 30, runs: 5, rate: 5_000 },
  run: async ({ connections, seconds, runs, rate }) => {
    const lines = [
      `${connections} connections, ${rate} frames/s offered, ${seconds} s a run, rules on. Aim 目标: p50 <= 3 ms, p99 <= 50 ms.`,
      "",
      "| run 轮次 | confirmed/s 确认 | p50 ms | p99 ms | max ms | fsync p50 ms | fsync p99 ms | fsync max ms |",
      "|---|---:|---:|---:|---:|---:|---:|---:|",
    ];
    for (const line of lines) console.log(line);
    const rows: number[][] = [];
    const say = (name: string, row: readonly number[]): void => {
      const line = `| ${name} | ${row.map((one, n) => one.toFixed(n === 0 ? 0 : 2)).join(" | ")} |`;
      console.log(line);
      lines.push(line);
    };
    for (let n = 1; n <= runs; n += 1) {
      const row = await withHub(connections, async (hub) => {
        const probing = probeOf(hub, seconds + 2);
        const load = await loadOf(hub, { connections, seconds, rate });
        const probe = await probing;
        if (load.denied + load.closed + load.unanswered > 0)
          throw new Error(`not all confirmed: ${JSON.stringify(load)}`);
        return [load.confirmedPerSecond, load.p50Ms, load.p99Ms, load.maxMs, probe.p50Ms, probe.p99Ms, probe.maxMs];
      });
      rows.push(row);
      say(String(n), row);
    }
    say(
      "median 中位数",
      (rows[0] ?? []).map((_, column) => median(rows.map((row) => row[column] as number))),
    );
    return lines;
  },
};
