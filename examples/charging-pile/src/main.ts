// A charging pile (云快充) that logs in, keeps its clock, charges once and settles. Usage: start [host] [port] [pile number]
import { connect } from "node:net";
import { type YkcFrame, ykc } from "@dianan/codec";

const CHINA = 480;
const NOTHING = new Uint8Array(0);
const [, , host = "127.0.0.1", port = "9011", pile = "55031412782305"] = process.argv;
const gun = "01";
const startedAt = Date.now();
let seq = 0;

const socket = connect(Number(port), host);
const send = (body: object): void => {
  seq += 1;
  const frame = { seq: Uint8Array.of(seq >> 8, seq & 0xff), encryption: 0, body: { pile, unparsed: NOTHING, ...body } };
  socket.write(ykc.encodeFrame(frame as YkcFrame));
};
const { year, month, day, hour, minute, millisecond } = ykc.timeOf(startedAt, CHINA);
const clock = [year % 100, month, day, hour, minute, Math.floor(millisecond / 1_000)];
// Two sessions may begin in one second: the last four digits tell them apart.
const serial = String(startedAt % 10_000).padStart(4, "0");
const transaction = `${pile}${gun}${clock.map((part) => String(part).padStart(2, "0")).join("")}${serial}`;
const tariffPeriod = { price: 0, energy: 0, lossEnergy: 0, amount: 0 };

const steps: { readonly [kind: string]: () => void } = {
  loginAnswer: () => send({ kind: "heartbeat", gun, state: 0 }),
  // The clock is set: charge for a moment, then settle. A settlement is sent again until it is confirmed.
  setClock: () =>
    send({
      ...{ kind: "transaction", transaction, gun, startedAt: ykc.timeOf(startedAt, CHINA) },
      ...{ endedAt: ykc.timeOf(Date.now(), CHINA), recordedAt: ykc.timeOf(Date.now(), CHINA) },
      ...{ sharp: tariffPeriod, peak: tariffPeriod, flat: tariffPeriod, valley: tariffPeriod },
      ...{ meterStart: 0, meterEnd: 820, energy: 820, lossEnergy: 820, amount: 1_200, vin: "", startMode: 1 },
      ...{ stopCode: 0x41, physicalCard: new Uint8Array(8) },
    }),
  transactionConfirm: () => socket.end(),
};

let carry: Uint8Array = NOTHING;
socket.on("data", (chunk: Uint8Array) => {
  const cut = ykc.cutFrames(carry, chunk);
  carry = cut.carry;
  for (const bytes of cut.frames) {
    const decoded = ykc.decodeFrame(bytes, { direction: "down" });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const { kind } = decoded.value.body;
    console.log(`${kind}${kind === "transactionConfirm" ? ` ${transaction}` : ""}`);
    steps[kind]?.();
  }
});
socket.on("error", ({ message }) => {
  console.error(`${host}:${port}: ${message} 平台是否以 --doors ykc=${port} 启动? Was the hub started with it?`);
  process.exitCode = 1;
});
socket.on("connect", () =>
  send({
    ...{ kind: "login", pileType: 1, guns: 1, protocolVersion: 16, firmware: "V1.0", network: 0 },
    ...{ sim: "0".repeat(20), operator: 0 },
  }),
);
