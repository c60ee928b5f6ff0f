// What the disk itself does meanwhile: writes and syncs 4 KiB at a steady pace. node fsync-probe.ts <file> <seconds>; prints times as JSON.
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { percentile } from "./fleet-device.ts";

const PER_SECOND = 50;
const file = openSync(process.argv[2] ?? "", "w");
const block = new Uint8Array(4_096);
const times: number[] = [];
const from = performance.now();
for (const end = from + Number(process.argv[3]) * 1_000; performance.now() < end; ) {
  const at = performance.now();
  writeSync(file, block, 0, block.length, (times.length % 256) * block.length);
  fdatasyncSync(file);
  times.push(performance.now() - at);
  const next = from + (times.length * 1_000) / PER_SECOND;
  await new Promise((go) => setTimeout(go, Math.max(0, next - performance.now())));
}
closeSync(file);
times.sort((a, b) => a - b);
console.log(JSON.stringify({ p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99), maxMs: times.at(-1) }));
