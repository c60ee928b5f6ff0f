// Lines of a part, printed as they come and kept for the page.
import { availableParallelism, loadavg, totalmem } from "node:os";
import { median } from "./child.ts";

export type Sheet = {
  readonly lines: readonly string[];
  say(...lines: readonly string[]): void;
  /** The head of a table. */ head(...cells: readonly string[]): void;
  row(...cells: readonly string[]): void;
};

/** @param title - what is measured, and the aim */
export const createSheet = (title: string): Sheet => {
  const lines: string[] = [];
  const say: Sheet["say"] = (...more) => {
    for (const line of more) console.log(line);
    lines.push(...more);
  };
  const row: Sheet["row"] = (...cells) => say(`| ${cells.join(" | ")} |`);
  say(title, "", `${machine()}`, "");
  return {
    ...{ lines, say, row },
    head: (...cells) => {
      row(...cells);
      say(`|${cells.map((_, n) => (n === 0 ? "---" : "---:")).join("|")}|`);
    },
  };
};

/** What the figures hold for. A load before the run that is not small says that others work on the machine. */
const machine = (): string => {
  const [load = 0] = loadavg();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${availableParallelism()} cores 核, ${memory} GiB, Node.js ${process.versions.node}; load of the machine just before 运行前系统负载: ${load.toFixed(1)}.`;
};

export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0));
/** The median of one figure of several runs. */
export const middle = <T>(runs: readonly T[], of: (run: T) => number): number => median(runs.map(of));
export const MEDIAN = "median 中位数";
