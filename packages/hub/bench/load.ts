// A load of simulated devices in a process of its own: real frames, real confirms, source addresses spread over 127.0.0.0/8.
// node load.ts <port> <connections> <seconds> <frames per second, 0 = as fast as confirms come> <in flight per connection>
import { connect, type Socket } from "node:net";
import { percentile, reportFrame } from "./fleet-device.ts";

const [port, connections, seconds, rate, window] = process.argv.slice(2).map(Number) as [
  number,
  number,
  number,
  number,
  number,
];
const WARM_UP_MS = 2_000;
const CONFIRM_BYTES = 30;
const SOURCE_ADDRESSES = 64;

type Line = { readonly socket: Socket; readonly index: number; serial: number; partial: number; sentAt: number[] };

const latencies: number[] = [];
let measuring = false;
let confirmed = 0;
let sent = 0;
let lost = 0;

const send = (line: Line): void => {
  line.serial = (line.serial + 1) % 65_536;
  line.sentAt.push(performance.now());
  if (measuring) sent += 1;
  line.socket.write(reportFrame(line.index, line.serial));
};

const onConfirm = (line: Line): void => {
  const at = line.sentAt.shift();
  if (at === undefined) throw new Error("a confirm that nobody waited for");
  if (measuring) {
    confirmed += 1;
    latencies.push(performance.now() - at);
  }
  if (rate === 0) send(line);
};

const open = (index: number): Promise<Line> =>
  new Promise((resolve, reject) => {
    const socket = connect({
      port,
      host: "127.0.0.1",
      localAddress: `127.0.1.${1 + (index % SOURCE_ADDRESSES)}`,
      noDelay: true,
    });
    const line: Line = { socket, index, serial: 0, partial: 0, sentAt: [] };
    socket.on("data", (chunk: Uint8Array) => {
      line.partial += chunk.length;
      for (; line.partial >= CONFIRM_BYTES; line.partial -= CONFIRM_BYTES) onConfirm(line);
    });
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.on("close", () => (lost += 1));
      resolve(line);
    });
  });

const lines: Line[] = [];
for (let index = 0; index < connections; index += 100)
  lines.push(
    ...(await Promise.all(Array.from({ length: Math.min(100, connections - index) }, (_, i) => open(index + i)))),
  );

const started = performance.now();
const measureFrom = started + WARM_UP_MS;
const end = measureFrom + seconds * 1_000;
if (rate === 0) for (const line of lines) for (let i = 0; i < window; i += 1) send(line);

let scheduled = 0;
const tick = (): void => {
  const now = performance.now();
  if (!measuring && now >= measureFrom) measuring = true;
  if (now >= end) {
    finish();
    return;
  }
  if (rate > 0)
    for (const due = ((now - started) / 1_000) * rate; scheduled < due; scheduled += 1) {
      const line = lines[scheduled % lines.length];
      if (line) send(line);
    }
  setTimeout(tick, 1);
};

const finish = (): void => {
  const elapsed = (performance.now() - measureFrom) / 1_000;
  const sorted = latencies.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage();
  console.log(
    JSON.stringify({
      confirmedPerSecond: Math.round(confirmed / elapsed),
      sentPerSecond: Math.round(sent / elapsed),
      p50Ms: percentile(sorted, 0.5),
      p99Ms: percentile(sorted, 0.99),
      maxMs: sorted.at(-1) ?? Number.NaN,
      closedByHub: lost,
      generatorCpuSeconds: (user + system) / 1e6,
    }),
  );
  process.exit(0);
};
tick();
