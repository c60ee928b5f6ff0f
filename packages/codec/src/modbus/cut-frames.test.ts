import { hexBytes, hexText } from "@dianan/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FrameContext } from "../protocol.ts";
import type { Cut } from "../stream-cutter.ts";
import { modbusRtu } from "./rtu-protocol.ts";
import { modbusTcp } from "./tcp-protocol.ts";

const NOTHING = new Uint8Array(0);
const summary = ({ frames, skipped, carry }: Cut) => ({
  frames: frames.map(hexText),
  skipped: skipped.map(({ bytes, before }) => `${hexText(bytes)} before ${before}`),
  carry: hexText(carry),
});
const rtu = (hex: string, context: FrameContext = {}) => summary(modbusRtu.cutFrames(NOTHING, hexBytes(hex), context));
const silent = (hex: string, context: FrameContext = {}) => summary(modbusRtu.cutAtSilence(hexBytes(hex), context));
const tcp = (hex: string, context: FrameContext = {}) => summary(modbusTcp.cutFrames(NOTHING, hexBytes(hex), context));

const answer = "01040200fe38b0";
const request = "01040000000131ca";
const down: FrameContext = { direction: "down" };

describe("Serial Line §2.5.1: a frame has no length of its own, its function, direction and check value say where it ends", () => {
  test("answers one behind the other", () => {
    expect(rtu(answer + answer)).toEqual({ frames: [answer, answer], skipped: [], carry: "" });
  });

  test("the same bytes are another frame in the other direction", () => {
    expect(rtu(request, down).frames).toEqual([request]);
    expect(rtu(request).frames).toEqual([]);
  });

  test("an exception is five bytes", () => {
    const exception = hexText(modbusRtu.encodeFrame({ unit: 1, message: { kind: "exception", function: 4, code: 2 } }));
    expect(exception).toHaveLength(10);
    expect(rtu(exception + answer)).toEqual({ frames: [exception, answer], skipped: [], carry: "" });
  });

  test("a whole sound frame inside the registers of a sound frame is data", () => {
    const registers = [0x0104, 0x0200, 0xfe38, 0xb000];
    const outer = hexText(
      modbusRtu.encodeFrame({ unit: 1, message: { kind: "holdingRegisters", address: null, registers } }),
    );
    expect(outer).toContain(answer);
    expect(rtu(outer)).toEqual({ frames: [outer], skipped: [], carry: "" });
  });

  test("a frame with a wrong check value is skipped, the next one is found", () => {
    const skipped = ["01040200fe38b1 before 0"];
    expect(rtu(`01040200fe38b1${answer}`, { request: hexBytes(request) })).toEqual({
      frames: [answer],
      skipped,
      carry: "",
    });
    expect(rtu(`01040200fe38b1${answer.repeat(2)}`)).toEqual({ frames: [answer, answer], skipped, carry: "" });
  });

  test("with its request only an answer of its unit and function is a frame: a late one to something else is skipped", () => {
    const late = hexText(
      modbusRtu.encodeFrame({ unit: 2, message: { kind: "inputRegisters", address: null, registers: [1] } }),
    );
    const other = hexText(
      modbusRtu.encodeFrame({ unit: 1, message: { kind: "holdingRegisters", address: null, registers: [1] } }),
    );
    const exception = hexText(modbusRtu.encodeFrame({ unit: 1, message: { kind: "exception", function: 4, code: 6 } }));
    expect(rtu(late + other + exception).frames).toEqual([late, other, exception]);
    const asked = { request: hexBytes(request) };
    expect(rtu(late + other + exception, asked)).toEqual({
      frames: [exception],
      skipped: [`${late}${other} before 0`],
      carry: "",
    });
    // A request that is none is no help and no harm.
    expect(rtu(late, { request: hexBytes("01") }).frames).toEqual([late]);
  });

  test("with its request no noise delays an answer", () => {
    const asked = { request: hexBytes(request) };
    for (const noise of ["0103fa", "b1", "01", "0101fa", "010101010101"])
      expect(rtu(noise + answer, asked)).toEqual({ frames: [answer], skipped: [`${noise} before 0`], carry: "" });
  });

  test("an answer that lost its end costs nothing but itself", () => {
    expect(rtu(`01040200${answer}`)).toEqual({ frames: [answer], skipped: ["01040200 before 0"], carry: "" });
  });

  test.each(["00", "ff", "00ff", "fe", "0000"])("noise %s at the turn of the line delays nothing", (noise) => {
    expect(rtu(noise + answer)).toEqual({ frames: [answer], skipped: [`${noise} before 0`], carry: "" });
  });

  test("runs of garbage are told with the frame that follows them", () => {
    expect(rtu(`aa${answer}bbcc${answer}00`)).toEqual({
      frames: [answer, answer],
      skipped: ["aa before 0", "bbcc before 1", "00 before 2"],
      carry: "",
    });
  });

  test("address 254 begins a frame only where the dialect takes it", () => {
    const any = "fe040200fe";
    const bytes = hexText(
      modbusRtu.encodeFrame(
        { unit: 254, message: { kind: "inputRegisters", address: null, registers: [254] } },
        { dialect: { reservedUnits: "fe" } },
      ),
    );
    expect(bytes.startsWith(any)).toBe(true);
    expect(rtu(bytes).frames).toEqual([]);
    expect(rtu(bytes, { dialect: { reservedUnits: "fe" } }).frames).toEqual([bytes]);
  });

  test("a function without a length ends where its check value is right, where the dialect takes it", () => {
    const dialect = { otherFunctions: "userDefined" } as const;
    const vendor = modbusRtu.encodeFrame(
      { unit: 1, message: { kind: "unknown", function: 100, bytes: Uint8Array.of(1, 2, 3, 4, 5) } },
      { dialect },
    );
    expect(rtu(hexText(vendor) + answer, { dialect }).frames).toEqual([hexText(vendor), answer]);
    expect(silent(hexText(vendor) + answer).frames).toEqual([answer]);
  });
});

describe("a start in noise may wait, and silence ends that", () => {
  // 03 is taken for a function whose count byte says 254.
  const noise = "0103fa";

  test("the frame behind it is carried", () => {
    expect(rtu(noise + answer)).toEqual({ frames: [], skipped: [], carry: noise + answer });
  });

  test("and comes out when the line is silent", () => {
    expect(silent(noise + answer)).toEqual({ frames: [answer], skipped: [`${noise} before 0`], carry: "" });
  });

  test("or when 255 more bytes have come", () => {
    const { frames, carry } = rtu(noise + answer.repeat(40));
    expect(frames).toHaveLength(40);
    expect(carry).toBe("");
  });

  test("several false starts, and bytes behind the last frame", () => {
    expect(silent(`${noise}${noise}${answer}${noise}${answer}${noise}`)).toEqual({
      frames: [answer, answer],
      skipped: [`${noise}${noise} before 0`, `${noise} before 1`, `${noise} before 2`],
      carry: "",
    });
  });

  test("half a frame is given up", () => {
    expect(silent("010402")).toEqual({ frames: [], skipped: ["010402 before 0"], carry: "" });
    expect(silent("")).toEqual({ frames: [], skipped: [], carry: "" });
  });

  test("frames are found again behind noise of up to 4 KiB, and no byte is lost", () => {
    const noises = fc.uint8Array({ maxLength: 4_096 });
    fc.assert(
      fc.property(fc.array(noises, { minLength: 1, maxLength: 3 }), noises, (list, last) => {
        const stream = hexBytes(list.map((bytes) => hexText(bytes) + answer).join("") + hexText(last));
        const first = modbusRtu.cutFrames(NOTHING, stream);
        const rest = modbusRtu.cutAtSilence(first.carry);
        expect([...first.frames, ...rest.frames].map(hexText).filter((one) => one === answer)).toHaveLength(
          list.length,
        );
        const size = [first, rest]
          .flatMap(({ frames, skipped }) => [...frames, ...skipped.map(({ bytes }) => bytes)])
          .reduce((sum, bytes) => sum + bytes.length, 0);
        expect(size).toBe(stream.length);
      }),
      // Any noise may hold a right check value now and then; this seed's does not hide a frame.
      { numRuns: 40, seed: 7 },
    );
  });
});

describe("TCP §3.1.3: the header's length says where a frame ends", () => {
  const frame = "12340000000501040200fe";

  test("frames one behind the other, whatever their transactions", () => {
    const zero = "00000000000501040200fe";
    expect(tcp(frame + zero + frame)).toEqual({ frames: [frame, zero, frame], skipped: [], carry: "" });
  });

  test("a whole frame inside the data of a frame is data", () => {
    const registers = [0x1234, 0, 5, 0x0104, 0x0200, 0xfe00];
    const outer = hexText(
      modbusTcp.encodeFrame({
        transaction: 1,
        unit: 1,
        message: { kind: "holdingRegisters", address: null, registers },
      }),
    );
    expect(outer).toContain(frame);
    expect(tcp(outer + frame).frames).toEqual([outer, frame]);
  });

  test("another protocol, a length that no frame has, and text are skipped", () => {
    for (const garbage of ["12340001000501040200fe", "1234000001050104", "474554202f20485454502f312e310d0a", answer])
      expect(tcp(garbage + frame)).toEqual({ frames: [frame], skipped: [`${garbage} before 0`], carry: "" });
  });

  test("a frame whose length is not its function's is given for the decoder to refuse", () => {
    const long = "12340000000601040200fe00";
    expect(tcp(long + frame).frames).toEqual([long, frame]);
    expect(modbusTcp.decodeFrame(hexBytes(long)).ok).toBe(false);
  });

  test("a length that lies over a sound frame does not swallow it", () => {
    const lying = "12340000001001040200fe";
    expect(tcp(lying + frame + frame)).toEqual({
      frames: [frame, frame],
      skipped: [`${lying} before 0`],
      carry: "",
    });
  });

  test("a function that is not read is given for the decoder to refuse", () => {
    const other = "123400000003012b00";
    expect(tcp(other).frames).toEqual([other]);
    expect(modbusTcp.decodeFrame(hexBytes(other))).toMatchObject({ ok: false, error: { path: "function" } });
  });

  test("half a header is carried", () => {
    expect(tcp(`${frame}1234000000`)).toEqual({ frames: [frame], skipped: [], carry: "1234000000" });
  });
});

const pattern = (size: number, ...of: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => of[i % of.length] as number);
const garbages: readonly (readonly [string, readonly number[]])[] = [
  ["zeros", [0]],
  ["a read without end", [1, 1, 250]],
  ["false starts of the longest answers", [7, 1, 250]],
  ["false starts of the longest writes", [1, 16, 0, 0, 0, 123, 246]],
  ["a user-defined function without end", [65]],
  ["headers without end", [0, 0, 0, 254]],
  ["headers and functions without end", [0, 0, 0, 0, 0, 254]],
];

const KIBIBYTE = 1_024;
test.each(garbages)("garbage takes a time that grows with its bytes alone: %s", (_, of) => {
  const few = pattern(16 * KIBIBYTE, ...of);
  const many = pattern(512 * KIBIBYTE, ...of);
  const open = { otherFunctions: "all" } as const;
  const cuts: readonly ((bytes: Uint8Array) => Cut)[] = (["up", "down"] as const).flatMap((direction) => [
    (bytes: Uint8Array) => modbusRtu.cutFrames(NOTHING, bytes, { direction, dialect: open }),
    (bytes: Uint8Array) => modbusTcp.cutFrames(NOTHING, bytes, { direction, dialect: open }),
  ]);
  for (const cut of cuts) {
    const started = performance.now();
    for (let i = 0; i < 8; i += 1) cut(few);
    const middle = performance.now();
    expect(cut(many).carry.length).toBeLessThan(260);
    const ratio = (performance.now() - middle) / Math.max(1, middle - started);
    // Four times the bytes of the eight runs; quadratic work would take 128 times as long.
    expect(ratio).toBeLessThan(40);
  }
});

test("an option that the protocol does not have is refused by name", () => {
  expect(() => modbusRtu.cutFrames(NOTHING, NOTHING, { dialect: { units: "all" } })).toThrow(/^dialect\.units/);
  expect(() => modbusTcp.cutFrames(NOTHING, NOTHING, { dialect: { reservedUnits: "fe" } })).toThrow(
    /^dialect\.reservedUnits/,
  );
  expect(() => modbusRtu.decodeFrame(NOTHING, { dialect: { otherFunctions: "keep" } })).toThrow(
    /^dialect\.otherFunctions: "keep"/,
  );
});
