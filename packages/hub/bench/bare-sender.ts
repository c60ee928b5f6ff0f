// A bare HTTP loop towards the receiver of `pnpm bench forward`: nothing stored, nothing looked up, the next request when the last is
// answered. The floor of forwarding. node bare-sender.ts <url> <alarms a request> <requests> <pause between them, ms>
import { request } from "node:http";

const [url = "", size = "500", requests = "100", pauseMs = "0"] = process.argv.slice(2);
const times: number[] = [];

const alarmOf = (n: number) => ({
  ...{
    id: `bare-${n}`,
    deviceId: `bench-${n % 3_000}`,
    unitId: "u",
    version: 1,
    updatedAt: "2026-01-02T11:04:05+08:00",
  },
  ...{ occurredAt: "2026-01-02T11:04:05+08:00", description: "剩余电流报警:689 mA", type: "residualCurrentOver" },
  ...{
    platformCode: "BENCH",
    class: "alarm",
    severity: "high",
    state: "raised",
    receivedAt: "2026-01-02T11:04:05+08:00",
  },
});

// As the hub calls: each request dials anew.
const post = (body: string): Promise<void> =>
  new Promise((done, fail) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      connection: "close",
    };
    const call = request(url, { method: "POST", agent: false, headers }, (response) => {
      response.resume();
      response.on("end", done);
    });
    call.on("error", fail);
    call.end(body);
  });

console.log(JSON.stringify({ started: true }));
const started = performance.now();
let sent = 0;
for (let n = 0; n < Number(requests); n += 1) {
  const items = Array.from({ length: Number(size) }, () => alarmOf(sent++));
  const from = performance.now();
  await post(JSON.stringify({ items }));
  times.push(performance.now() - from);
  if (Number(pauseMs) > 0) await new Promise((resolve) => setTimeout(resolve, Number(pauseMs)));
}
const { user, system } = process.cpuUsage();
process.send?.({ alarms: sent, ms: performance.now() - started, times, cpu: user + system }, () => process.exit(0));
