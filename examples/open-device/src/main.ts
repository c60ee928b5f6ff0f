// A residual-current monitor of the open device protocol over TCP: who it is, one reading, an alarm, the alarm gone; each until it is confirmed.
// Usage: start [address] [host] [port]
import { connect } from "node:net";
import type { Content } from "@dianan/codec";
import { openDiananDevice } from "@dianan/device";

const [, , address = "889", host = "127.0.0.1", port = "9015"] = process.argv;

/** Place of loop 1, quantity and type as in the tables of the protocol: residual current, residual-current alarm. */
const LOOP_1 = 0x10;
const RESIDUAL_CURRENT = 128;
const RESIDUAL_CURRENT_OVER = 1;
const unparsed = new Uint8Array(0);

const introduction: readonly Content[] = [
  {
    kind: "identity",
    facts: [
      { what: 1, text: "1.0.3" },
      { what: 6, text: "示例电气" },
    ],
  },
  { kind: "period", upload: 60, silent: 180, unparsed },
];
const reading = {
  kind: "readings",
  series: [{ quantity: RESIDUAL_CURRENT, place: LOOP_1, values: { width: 2, values: [6_890] } }],
} as Content;
const alarm = (state: 0 | 1): Content => ({
  ...{
    kind: "alarm",
    type: RESIDUAL_CURRENT_OVER,
    place: LOOP_1,
    state,
    at: 0,
    value: 6_890,
    threshold: 5_000,
    unparsed,
  },
});

const device = openDiananDevice({
  ...{ host, port: Number(port), address: Number(address), introduction },
  // A real device keeps its counter and goes on from it; this one begins at the second of now.
  counter: Math.floor(Date.now() / 1_000) - 1_600_000_000,
  dial: () =>
    connect({ host, port: Number(port) }).once("error", ({ message }) => {
      console.error(`${host}:${port}: ${message} 平台是否在运行? Is the hub running?`);
      process.exit(1);
    }),
});
for (const [name, record] of [
  ["reading", reading],
  ["alarm", alarm(1)],
  ["recovery", alarm(0)],
] as const) {
  await device.report([record]);
  console.log(`${name}: confirmed 确认`);
}
await device.close();
