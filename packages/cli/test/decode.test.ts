import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dianan, printed } from "./run-dianan.ts";

const FIRE =
  "404001000101203a091a090c790300000000385b0100000030000202010101280a000200020020202020202020202020202020202020202020202020202020202020202000023a091a090c462323";
const CONFIRM = "404001000101233a091a090c385b01000000790300000000000003ab2323";
const LIMIT = { timeout: 30_000 };

test("EF-N.2: decode prints one line of JSON per frame, direction up by default", LIMIT, async () => {
  const ended = await dianan(["decode", "--protocol", "gb26875", FIRE]);
  expect(ended.code).toBe(0);
  expect(printed(ended)).toMatchObject([
    {
      ok: true,
      frame: { serial: 1, source: 889, destination: 88888, command: 2, message: { kind: "componentStatus" } },
    },
  ]);
});

test("decode takes hex as people have it: spaces, colons, 0x, upper case", LIMIT, async () => {
  const pairs = CONFIRM.match(/../g) ?? [];
  const lines = [pairs.join(" "), pairs.join(":"), pairs.map((pair) => `0x${pair.toUpperCase()}`).join(", ")];
  const ended = await dianan(["decode", "--direction", "down"], `${lines.join("\r\n")}\n`);
  expect(ended.code).toBe(0);
  expect(new Set(ended.out.trim().split("\n")).size).toBe(1);
  expect(printed(ended)).toHaveLength(3);
});

test("a frame that is cut exits 1 and says code, offset, path, clause and what it means", LIMIT, async () => {
  const ended = await dianan(["decode", FIRE.slice(0, 20)]);
  expect(ended.code).toBe(1);
  const [answer] = printed(ended);
  expect(answer).toMatchObject({ ok: false, error: { code: "truncated", offset: 6, path: "time" } });
  expect(answer?.error).toHaveProperty("clause");
  expect(String((answer?.error as { message: unknown } | undefined)?.message)).toMatch(/[\u4e00-\u9fff]/);
});

test("what follows a frame on its line is bad-length", LIMIT, async () => {
  const ended = await dianan(["decode", `${CONFIRM}00`]);
  expect(ended.code).toBe(1);
  expect(printed(ended)).toMatchObject([{ ok: false, error: { code: "bad-length", offset: 30 } }]);
});

test("a wrong checksum is named with its place", LIMIT, async () => {
  const ended = await dianan(["decode", CONFIRM.replace("ab2323", "ac2323")]);
  expect(ended.code).toBe(1);
  expect(printed(ended)).toMatchObject([{ ok: false, error: { code: "bad-checksum", offset: 27, path: "sum" } }]);
});

test(
  "a character that is no hex digit is named by its column, and the other lines are still decoded",
  LIMIT,
  async () => {
    const ended = await dianan(["decode"], `40 4g\n${CONFIRM}\n404\n`);
    expect(ended.code).toBe(1);
    expect(printed(ended)).toMatchObject([
      { ok: false, error: { code: "bad-hex", offset: 4 } },
      { ok: true },
      { ok: false, error: { code: "bad-hex" } },
    ]);
  },
);

test("--stream cuts frames from a byte stream and lists what was skipped", LIMIT, async () => {
  const ended = await dianan(["decode", "--stream", `0102${CONFIRM}ff${CONFIRM}4040`]);
  expect(ended.code).toBe(0);
  expect(printed(ended)).toMatchObject([
    { ok: true, skipped: { length: 2, bytes: "0102" } },
    { ok: true, frame: { command: 3 } },
    { ok: true, skipped: { length: 1, bytes: "ff" } },
    { ok: true, frame: { command: 3 } },
    { ok: true, skipped: { bytes: "4040", why: "unfinished" } },
  ]);
});

test("--stream --raw reads raw bytes", LIMIT, async () => {
  const ended = await dianan(["decode", "--stream", "--raw"], Buffer.from(`00${FIRE}`, "hex"));
  expect(ended.code).toBe(0);
  expect(printed(ended)).toMatchObject([{ skipped: { length: 1 } }, { frame: { source: 889 } }]);
});

test("--tree shows every byte with the field's Chinese name and its clause", LIMIT, async () => {
  const ended = await dianan(["decode", "--tree", FIRE]);
  expect(ended.code).toBe(0);
  for (const words of ["业务流水号", "部件类型", "校验和", "40 40", "§8.2.1.2"]) expect(ended.out).toContain(words);
});

test("--tree of a broken frame shows what can be read and the error", LIMIT, async () => {
  const ended = await dianan(["decode", "--tree", FIRE.slice(0, 60)]);
  expect(ended.code).toBe(1);
  expect(ended.out).toContain("业务流水号");
  expect(ended.out).toContain('"truncated"');
});

test("an unknown protocol, direction or option is refused with what there is", LIMIT, async () => {
  for (const words of [
    ["--protocol", "nothing"],
    ["--direction", "left"],
    ["--protocl", "gb26875"],
  ]) {
    const ended = await dianan(["decode", ...words, CONFIRM]);
    expect(ended.code).toBe(2);
    expect(ended.out).toBe("");
    expect(ended.err).toMatch(/gb26875|up|--protocol/);
  }
});

test("an unknown dialect, or a mode that a protocol lacks, is a wrong command line", LIMIT, async () => {
  for (const words of [
    ["decode", "--dialect", "nobody", CONFIRM],
    ["decode", "--dialect", "noOption=1", CONFIRM],
    ["encode", "--dialect", "nobody", "{}"],
    ["decode", "--protocol", "dianan", "--lenient", CONFIRM],
  ]) {
    const ended = await dianan(words);
    expect(ended.code).toBe(2);
    expect(ended.out).toBe("");
    expect(ended.err).toMatch(/[\u4e00-\u9fff].*\n.*(gb26875|dianan) has no/);
  }
});

test("--dialect list says what there is", LIMIT, async () => {
  for (const command of ["decode", "encode"]) {
    const ended = await dianan([command, "--dialect", "list"]);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain("gb26875");
  }
});

test("encode is the inverse of decode over the frames of the vectors", LIMIT, async () => {
  const frames = vectorHex();
  expect(frames.length).toBeGreaterThan(5);
  const decoded = await dianan(["decode"], frames.join("\n"));
  expect(decoded.code).toBe(0);
  const encoded = await dianan(["encode"], decoded.out);
  expect(encoded.code).toBe(0);
  expect(encoded.out.trim().split("\n")).toEqual(frames);
});

test(
  "--dialect: encode is the inverse of decode in a dialect, and the standard refuses some of it",
  LIMIT,
  async () => {
    const frames = vectorHex("dahua");
    expect(frames.length).toBeGreaterThan(3);
    expect((await dianan(["decode"], frames.join("\n"))).code).toBe(1);
    const decoded = await dianan(["decode", "--dialect", "dahua"], frames.join("\n"));
    expect(decoded.code).toBe(0);
    const encoded = await dianan(["encode", "--dialect", "dahua"], decoded.out);
    expect(encoded.out.trim().split("\n")).toEqual(frames);
  },
);

test("--dialect: options are added to a named one; --stream cuts by the dialect", LIMIT, async () => {
  const short = "404001020304050607082323";
  const ended = await dianan(["decode", "--stream", "--dialect", "dahua,heartbeatShort=true", `${short}${short}`]);
  expect(printed(ended)).toMatchObject([
    { ok: true, frame: { message: { kind: "shortPacket", bytes: "0102030405060708" } } },
    { ok: true, frame: { message: { kind: "shortPacket" } } },
  ]);
});

test("--lenient reads a wrong frame and lists what was odd", LIMIT, async () => {
  const wrong = FIRE.replace(/462323$/, "002324");
  expect((await dianan(["decode", wrong])).code).toBe(1);
  const ended = await dianan(["decode", "--lenient", wrong]);
  expect(ended.code).toBe(0);
  expect(printed(ended)).toMatchObject([
    {
      ok: true,
      frame: { source: 889, message: { kind: "componentStatus", items: [{ status: { fire: true } }] } },
      odd: [
        { code: "bad-checksum", path: "sum" },
        { code: "bad-magic", path: "end" },
      ],
    },
  ]);
  expect(printed(await dianan(["decode", "--lenient", "6868"]))).toMatchObject([
    { ok: false, error: { code: "bad-magic" } },
  ]);
});

test("encode refuses what no packet can carry and names the member", LIMIT, async () => {
  const decoded = await dianan(["decode", CONFIRM]);
  const frame = printed(decoded)[0]?.frame as unknown as object;
  const lines = [{ ...frame, serial: 70_000 }, { ...frame, version: { main: 1 } }, { ...frame, command: 9 }, 5, null];
  const ended = await dianan(["encode"], `${lines.map((line) => JSON.stringify(line)).join("\n")}\n{"not json\n`);
  expect(ended.code).toBe(1);
  const answers = printed(ended);
  expect(answers).toHaveLength(6);
  expect(answers.every(({ ok }) => (ok as unknown) === false)).toBe(true);
  expect(answers[0]).toMatchObject({ error: { code: "bad-value", path: "serial" } });
  expect(answers[1]).toMatchObject({ error: { path: expect.stringContaining("version") } });
  expect(answers[5]).toMatchObject({ error: { code: "bad-json" } });
});

/** Hex of the good whole frames in specs/vectors/gb26875, of the standard or of one dialect. */
const vectorHex = (dialect?: string): readonly string[] => {
  const folder = new URL("../../../specs/vectors/gb26875/", import.meta.url);
  type Vector = { readonly layout: string; readonly hex: string; readonly value?: unknown; readonly dialect?: string };
  return readdirSync(folder).flatMap((name) => {
    const { vectors } = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { vectors: readonly Vector[] };
    return vectors
      .filter((one) => one.layout === "frame" && one.value !== undefined && one.dialect === dialect)
      .map(({ hex }) => hex);
  });
};
