// An answer of Modbus RTU with input registers, checked against its request, by code for exactly that.
import { crcOf, put16be, put16le, u16be, u16le } from "./bytes.ts";

const INPUT_REGISTERS = 4;

export const decode = (b: Uint8Array, request: Uint8Array) => {
  const size = b.length;
  if (size < 7 || size > 256 || b[1] !== INPUT_REGISTERS || b[2] !== size - 5) return null;
  if (crcOf(b, 0, size - 2) !== u16le(b, size - 2)) return null;
  if (request.length !== 8 || request[1] !== INPUT_REGISTERS || crcOf(request, 0, 6) !== u16le(request, 6)) return null;
  const unit = b[0] as number;
  const count = (b[2] as number) >> 1;
  if (unit === 0 || unit > 247 || request[0] !== unit || u16be(request, 4) !== count || (b[2] as number) % 2 !== 0)
    return null;
  const registers: number[] = [];
  for (let at = 3; at < size - 2; at += 2) registers.push(u16be(b, at));
  return { unit, message: { kind: "inputRegisters", address: u16be(request, 2), registers } };
};
type Frame = NonNullable<ReturnType<typeof decode>>;

export const encode = ({ unit, message: { registers } }: Frame): Uint8Array => {
  const size = 5 + registers.length * 2;
  const b = new Uint8Array(size);
  b[0] = unit;
  b[1] = INPUT_REGISTERS;
  b[2] = registers.length * 2;
  for (let i = 0; i < registers.length; i += 1) put16be(b, 3 + 2 * i, registers[i] as number);
  put16le(b, size - 2, crcOf(b, 0, size - 2));
  return b;
};
