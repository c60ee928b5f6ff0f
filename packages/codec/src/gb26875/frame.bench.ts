// Decode and encode of a 78-byte component-status frame against code written by hand for exactly that frame.
// pnpm bench codec
import { gb26875 } from "./protocol.ts";

/** One figure: what it is, what it costs, and its ratio to the hand-written code of the same run. */
export type BenchRow = { readonly name: string; readonly nsPerFrame: number; readonly ratio: number };

const ROUNDS = 9;
const FRAMES_PER_ROUND = 60_000;

const frameWith = (note: string): Uint8Array =>
  gb26875.encodeFrame({
    serial: 1,
    version: { main: 1, user: 1 },
    time: { year: 2026, month: 11, day: 20, hour: 8, minute: 5, second: 3 },
    source: 889,
    destination: 88_888,
    command: 2,
    message: {
      kind: "componentStatus",
      items: [
        {
          systemType: 1,
          systemAddress: 1,
          componentType: 17,
          componentAddress: 327_682,
          status: {
            normal: true,
            fire: true,
            fault: false,
            shielded: false,
            supervised: false,
            started: false,
            feedback: false,
            delayed: false,
            powerFault: false,
            reserved: 0,
          },
          note,
          time: { year: 2026, month: 11, day: 20, hour: 8, minute: 5, second: 3 },
        },
      ],
    },
  });

const decoder = new TextDecoder("gb18030");
const timeByHand = (b: Uint8Array, at: number) => ({
  year: 2000 + (b[at + 5] as number),
  month: b[at + 4] as number,
  day: b[at + 3] as number,
  hour: b[at + 2] as number,
  minute: b[at + 1] as number,
  second: b[at] as number,
});
const u16 = (b: Uint8Array, at: number): number => (b[at] as number) | ((b[at + 1] as number) << 8);
const u32 = (b: Uint8Array, at: number): number => (u16(b, at) | (u16(b, at + 2) << 16)) >>> 0;
const u48 = (b: Uint8Array, at: number): number => u32(b, at) + u16(b, at + 4) * 4_294_967_296;

/** The same object from the same 78 bytes, with every check that the standard names, and nothing general about it. */
const decodeByHand = (b: Uint8Array) => {
  if (b.length !== 78 || b[0] !== 0x40 || b[1] !== 0x40 || b[76] !== 0x23 || b[77] !== 0x23) return null;
  if (u16(b, 24) !== 48 || b[27] !== 2 || b[28] !== 1) return null;
  let sum = 0;
  for (let i = 2; i < 75; i += 1) sum += b[i] as number;
  if ((sum & 255) !== b[75]) return null;
  const word = u16(b, 36);
  let end = 38;
  while (end < 69 && b[end] !== 0) end += 1;
  for (let i = end; i < 69; i += 1) if (b[i] !== 0) return null;
  return {
    serial: u16(b, 2),
    version: { main: b[4] as number, user: b[5] as number },
    time: timeByHand(b, 6),
    source: u48(b, 12),
    destination: u48(b, 18),
    command: b[26] as number,
    message: {
      kind: "componentStatus",
      items: [
        {
          systemType: b[29] as number,
          systemAddress: b[30] as number,
          componentType: b[31] as number,
          componentAddress: u32(b, 32),
          status: {
            normal: (word & 1) !== 0,
            fire: (word & 2) !== 0,
            fault: (word & 4) !== 0,
            shielded: (word & 8) !== 0,
            supervised: (word & 16) !== 0,
            started: (word & 32) !== 0,
            feedback: (word & 64) !== 0,
            delayed: (word & 128) !== 0,
            powerFault: (word & 256) !== 0,
            reserved: word & 0xfe00,
          },
          note: end === 38 ? "" : decoder.decode(b.subarray(38, end)),
          time: timeByHand(b, 69),
        },
      ],
    },
  };
};
type ByHand = NonNullable<ReturnType<typeof decodeByHand>>;

const putTime = (b: Uint8Array, at: number, t: ReturnType<typeof timeByHand>): void => {
  b[at] = t.second;
  b[at + 1] = t.minute;
  b[at + 2] = t.hour;
  b[at + 3] = t.day;
  b[at + 4] = t.month;
  b[at + 5] = t.year - 2000;
};
const put = (b: Uint8Array, at: number, value: number, bytes: number): void => {
  for (let i = 0, rest = value; i < bytes; i += 1, rest = Math.floor(rest / 256)) b[at + i] = rest % 256;
};

/** Encodes a frame without text by hand: text needs a GB 18030 table, which is not what is compared here. */
const encodeByHand = (f: ByHand): Uint8Array => {
  const b = new Uint8Array(78);
  const item = f.message.items[0];
  if (item === undefined) throw new RangeError("one item");
  b[0] = b[1] = 0x40;
  b[76] = b[77] = 0x23;
  put(b, 2, f.serial, 2);
  b[4] = f.version.main;
  b[5] = f.version.user;
  putTime(b, 6, f.time);
  put(b, 12, f.source, 6);
  put(b, 18, f.destination, 6);
  put(b, 24, 48, 2);
  b[26] = f.command;
  b[27] = 2;
  b[28] = 1;
  b[29] = item.systemType;
  b[30] = item.systemAddress;
  b[31] = item.componentType;
  put(b, 32, item.componentAddress, 4);
  const s = item.status;
  const word =
    (s.normal ? 1 : 0) |
    (s.fire ? 2 : 0) |
    (s.fault ? 4 : 0) |
    (s.shielded ? 8 : 0) |
    (s.supervised ? 16 : 0) |
    (s.started ? 32 : 0) |
    (s.feedback ? 64 : 0) |
    (s.delayed ? 128 : 0) |
    (s.powerFault ? 256 : 0) |
    s.reserved;
  put(b, 36, word, 2);
  putTime(b, 69, item.time);
  let sum = 0;
  for (let i = 2; i < 75; i += 1) sum += b[i] as number;
  b[75] = sum & 255;
  return b;
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** Keeps results alive, so that no work is optimised away. */
let kept: unknown = null;
const nsPerCall = (work: () => unknown): number => {
  const started = performance.now();
  for (let i = 0; i < FRAMES_PER_ROUND; i += 1) kept = work();
  return ((performance.now() - started) * 1e6) / FRAMES_PER_ROUND;
};

/** Alternates ours and the hand-written code within each round; figures are medians over the rounds. */
const compare = (name: string, ours: () => unknown, byHand: () => unknown): readonly BenchRow[] => {
  const times: { readonly ours: number[]; readonly byHand: number[] } = { ours: [], byHand: [] };
  for (let round = -2; round < ROUNDS; round += 1) {
    const a = nsPerCall(ours);
    const b = nsPerCall(byHand);
    // The first rounds warm up.
    if (round >= 0) {
      times.ours.push(a);
      times.byHand.push(b);
    }
  }
  const base = median(times.byHand);
  return [
    { name: `${name}, by hand`, nsPerFrame: base, ratio: 1 },
    { name: `${name}, from the table`, nsPerFrame: median(times.ours), ratio: median(times.ours) / base },
  ];
};

/** Runs all comparisons; prints nothing. */
export const run = (): readonly BenchRow[] => {
  const plain = frameWith("");
  const chinese = frameWith("一层配电箱剩余电流");
  const decoded = gb26875.decodeFrame(plain);
  const byHand = decodeByHand(plain);
  if (!decoded.ok || byHand === null) throw new Error("the frame does not decode");
  if (JSON.stringify(decoded.value) !== JSON.stringify(byHand)) throw new Error("both must read the same");
  if (Buffer.compare(encodeByHand(byHand), plain) !== 0) throw new Error("both must write the same");
  return [
    ...compare(
      "decode, no text",
      () => gb26875.decodeFrame(plain),
      () => decodeByHand(plain),
    ),
    ...compare(
      "decode, Chinese text",
      () => gb26875.decodeFrame(chinese),
      () => decodeByHand(chinese),
    ),
    ...compare(
      "encode, no text",
      () => gb26875.encodeFrame(decoded.value),
      () => encodeByHand(byHand),
    ),
  ];
};

if (import.meta.main) {
  console.log("one frame of 78 bytes, component status with one object; ns per frame, median of 9 alternated rounds");
  for (const { name, nsPerFrame, ratio } of run())
    console.log(`${name.padEnd(34)} ${nsPerFrame.toFixed(0).padStart(7)} ns   ${ratio.toFixed(2)}x`);
  if (kept === undefined) console.log("");
}
