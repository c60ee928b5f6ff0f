// A fire detector of GB/T 26875.3-2011, as the standard has it or as a maker's family differs: an alarm, then well again.
// Usage: start [family] [host] [port]
import { connect } from "node:net";
import { type Frame, gb26875 } from "@dianan/codec";

const [, , family = "", host = "127.0.0.1", port = "9000"] = process.argv;
type Options = NonNullable<NonNullable<Parameters<typeof gb26875.encodeFrame>[1]>["dialect"]>;
const families: { readonly [name: string]: { readonly options: Options } } = gb26875.dialects;
const known = family === "" ? { options: {} } : families[family];
if (known === undefined) {
  console.error(`方言 Family: ${Object.keys(families).join(", ")}`);
  process.exit(2);
}
const dialect = known.options;
const time = gb26875.timeLabelOf(Date.now(), 480);
const bits = ["normal", "fire", "fault", "shielded", "supervised", "started", "feedback", "delayed", "powerFault"];
const frame = (serial: number, on: string): Uint8Array =>
  gb26875.encodeFrame(
    {
      ...{ serial, version: { main: 1, user: 1 }, time, source: 889, destination: 0 },
      command: gb26875.commands.sendData.code,
      message: {
        kind: "componentStatus",
        items: [
          {
            ...{ systemType: 1, systemAddress: 1, componentType: 17, componentAddress: 5, note: "配电箱", time },
            status: { ...Object.fromEntries(bits.map((bit) => [bit, bit === on])), reserved: 0 },
          },
        ],
      },
    } as unknown as Frame,
    { dialect },
  );

const says = [
  { serial: 1, on: "fire" },
  { serial: 2, on: "normal" },
];
let at = 0;
const socket = connect(Number(port), host);
const next = (): void => {
  const one = says[at];
  if (one === undefined) socket.end();
  else socket.write(frame(one.serial, one.on));
};
socket.on("connect", next);
socket.on("data", (bytes: Uint8Array) => {
  const answer = gb26875.decodeFrame(bytes, { direction: "down", dialect });
  const word = answer.ok && answer.value.command === gb26875.commands.confirm.code ? "confirmed 确认" : "not confirmed";
  console.log(`${says[at]?.on}: ${word}`);
  at += 1;
  next();
});
socket.on("error", ({ message }) => {
  console.error(`${host}:${port}: ${message} 平台是否在运行? Is the hub running?`);
  process.exitCode = 1;
});
