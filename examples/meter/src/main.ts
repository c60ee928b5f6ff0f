// A meter (DL/T 645) behind a modem that connects to the hub and answers one round of questions. Usage: start [host] [port] [address]
import { connect } from "node:net";
import { type Dlt645Frame, dlt645 } from "@dianan/codec";

const [, , host = "127.0.0.1", port = "9013", address = "000123456789"] = process.argv;
const unparsed = new Uint8Array(0);
const { voltages, currents, forwardEnergy, statusWord3 } = dlt645.dataIdentifiers;

/** What the meter has; numbers without their decimal point: 231.4 V, 12.345 A, 8820.55 kWh. */
const values: ReadonlyMap<number, object> = new Map<number, object>([
  [voltages.code, { kind: "voltages", a: 2_314, b: 2_301, c: 2_298 }],
  [currents.code, { kind: "currents", a: 12_345, b: 5_000, c: 0 }],
  [forwardEnergy.code, { kind: "forwardEnergy", value: 882_055 }],
]);
const noData = {
  ...{ otherError: false, noData: true, unauthorised: false, baudFixed: false, yearZonesExceeded: false },
  ...{ daySlotsExceeded: false, tariffsExceeded: false, reserved: 0 },
};

const answerTo = ({ message }: Dlt645Frame): object | null => {
  if (message.kind === "readAddressRequest") return { kind: "readAddressAnswer", address };
  if (message.kind !== "readRequest") return null;
  const data = values.get(message.di);
  return data === undefined
    ? { kind: "readError", error: noData }
    : { kind: "readAnswer", data: { ...data, unparsed } };
};

const socket = connect(Number(port), host);
let carry: Uint8Array = unparsed;
socket.on("data", (chunk: Uint8Array) => {
  const cut = dlt645.cutFrames(carry, chunk);
  carry = cut.carry;
  for (const bytes of cut.frames) {
    const decoded = dlt645.decodeFrame(bytes);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const { message } = decoded.value;
    const answer = answerTo(decoded.value);
    if (answer === null) continue;
    const di = message.kind === "readRequest" ? ` ${message.di.toString(16).padStart(8, "0")}` : "";
    console.log(`${message.kind}${di}: ${"error" in answer ? "no data" : "answered"}`);
    socket.write(dlt645.encodeFrame({ preamble: 4, address, message: answer } as Dlt645Frame));
    // The last question of a round: a meter would stay.
    if (message.kind === "readRequest" && message.di === statusWord3.code) socket.end();
  }
});
socket.on("error", ({ message }) => {
  console.error(`${host}:${port}: ${message} 平台是否以 --doors dlt645=${port} 启动? Was the hub started with it?`);
  process.exitCode = 1;
});
