// A power heartbeat of an AP3000 pile with all its fields, read and written by code for exactly that.
import { put16le, put32le, sumOf, u16le, u24le, u32le } from "./bytes.ts";

const COMMAND = 0x06;
/** Frame without bytes of later versions. */
const LEAST = 59;
const MOST = 261;

export const decode = (b: Uint8Array) => {
  const size = b.length;
  if (size < LEAST || size > MOST || b[0] !== 0x44 || b[1] !== 0x4e || b[2] !== 0x59) return null;
  if (u16le(b, 3) !== size - 5 || b[11] !== COMMAND) return null;
  if ((sumOf(b, 0, size - 2) & 0xffff) !== u16le(b, size - 2)) return null;
  return {
    device: { number: u24le(b, 5), recognition: b[8] as number },
    messageId: u16le(b, 9),
    message: {
      kind: "powerHeartbeat",
      port: b[12] as number,
      state: b[13] as number,
      seconds: u16le(b, 14),
      energy: u16le(b, 16),
      startMode: b[18] as number,
      power: u16le(b, 19),
      maxPower: u16le(b, 21),
      minPower: u16le(b, 23),
      averagePower: u16le(b, 25),
      order: b.slice(27, 43),
      rawPeriod: u16le(b, 43),
      peakPower: u16le(b, 45),
      voltage: u16le(b, 47),
      current: u16le(b, 49),
      temperature: b[51] as number,
      portTemperature: b[52] as number,
      time: u32le(b, 53),
      unparsed: b.slice(57, size - 2),
    },
  };
};
type Frame = NonNullable<ReturnType<typeof decode>>;

export const encode = ({ device, messageId, message: m }: Frame): Uint8Array => {
  const size = LEAST + m.unparsed.length;
  const b = new Uint8Array(size);
  b[0] = 0x44;
  b[1] = 0x4e;
  b[2] = 0x59;
  put16le(b, 3, size - 5);
  put32le(b, 5, device.number + device.recognition * 0x100_0000);
  put16le(b, 9, messageId);
  b[11] = COMMAND;
  b[12] = m.port;
  b[13] = m.state;
  put16le(b, 14, m.seconds);
  put16le(b, 16, m.energy);
  b[18] = m.startMode;
  put16le(b, 19, m.power);
  put16le(b, 21, m.maxPower);
  put16le(b, 23, m.minPower);
  put16le(b, 25, m.averagePower);
  b.set(m.order, 27);
  put16le(b, 43, m.rawPeriod);
  put16le(b, 45, m.peakPower);
  put16le(b, 47, m.voltage);
  put16le(b, 49, m.current);
  b[51] = m.temperature;
  b[52] = m.portTemperature;
  put32le(b, 53, m.time);
  b.set(m.unparsed, 57);
  put16le(b, size - 2, sumOf(b, 0, size - 2) & 0xffff);
  return b;
};
