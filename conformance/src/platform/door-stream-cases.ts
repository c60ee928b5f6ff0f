import { setTimeout as sleep } from "node:timers/promises";
import { gb26875 } from "@dianan/codec";
import { hexBytes } from "@dianan/testkit";
import fc from "fast-check";
import { onInputs } from "../codec/generated.ts";
import { loadSuite } from "../suite.ts";
import { frameOf, shown } from "./door-frames.ts";
import { begun, confirmed, FULL, found, ROBUST, unconfirmed } from "./door-judge.ts";
import { isConfirm } from "./door-wire.ts";
import { live, type PlatformCase, refuses, takes } from "./platform-case.ts";

/** Right and wrong frames of the standard's vectors: right ones are confirmed, wrong ones are not. */
export const vectorCases = (): readonly PlatformCase[] =>
  loadSuite("F3").vectors.flatMap(({ file, vector }): readonly PlatformCase[] => {
    const {
      name,
      layout,
      direction = "up",
      hex,
      error,
      dialect,
    } = vector as typeof vector & { readonly dialect?: unknown };
    if (layout !== "frame" || direction !== "up" || /dialect/.test(file) || dialect !== undefined) return [];
    const id = `door/vector/${file}/${name.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase()}`;
    const bytes = hexBytes(hex);
    // What begins with a right frame is one to a stream.
    const [head] = gb26875.cutFrames(new Uint8Array(0), bytes).frames;
    if (error !== undefined && head !== undefined && gb26875.decodeFrame(head, { direction: "up" }).ok) return [];
    if (error !== undefined)
      return [
        refuses(
          id,
          "API-DOOR-05",
          [`不确认:${name}`, `not confirmed: ${name}`],
          async (seat) => {
            const { address } = await seat.wiredDevice();
            return unconfirmed(seat, address, bytes, null);
          },
          FULL,
        ),
      ];
    const decoded = gb26875.decodeFrame(bytes, { direction: "up" });
    if (!decoded.ok || decoded.value.command !== gb26875.commands.sendData.code) return [];
    return [
      takes(
        id,
        "API-DOOR-05",
        [`确认:${name}`, `confirmed: ${name}`],
        async (seat) => {
          const { address } = await seat.wiredDevice();
          const own = gb26875.encodeFrame({ ...decoded.value, source: address, serial: 77 });
          return confirmed(await seat.wire(), own, 77);
        },
        FULL,
      ),
    ];
  });

/** Frames on one connection, cut anywhere. */
export const streamCases: readonly PlatformCase[] = [
  takes(
    "door/stream/split",
    "API-DOOR-03",
    ["任意拆分的帧", "frames cut anywhere are confirmed"],
    async (seat, context) => {
      const { address } = await seat.wiredDevice();
      return onInputs(
        live(context),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
        async (sizes) => {
          const wire = await seat.wire();
          const all = Buffer.concat([1, 2, 3].map((serial) => gb26875.encodeFrame(frameOf(seat, address, serial))));
          for (let at = 0, i = 0; at < all.length; i += 1) {
            const size = sizes[i % sizes.length] as number;
            wire.send(all.subarray(at, at + size));
            at += size;
            await sleep(1);
          }
          for (const serial of [1, 2, 3])
            if ((await wire.next(0, (frame) => isConfirm(frame) && frame.serial === serial)) === null)
              return {
                ...found("lost-or-invented", `a confirm of serial ${serial}`, "nothing", all),
                input: [{ sizes }, shown(all)],
              };
          wire.end();
          return null;
        },
      );
    },
    { ...FULL, kind: "generated" },
  ),
  takes(
    "door/stream/joined",
    "API-DOOR-03",
    ["粘连的帧", "ten frames in one packet are confirmed"],
    async (seat) => {
      const { wire, address } = await begun(seat);
      const all = Buffer.concat(
        Array.from({ length: 10 }, (_, i) => gb26875.encodeFrame(frameOf(seat, address, i + 1))),
      );
      wire.send(all);
      for (let serial = 1; serial <= 10; serial += 1)
        if ((await wire.next(0, (frame) => isConfirm(frame) && frame.serial === serial)) === null)
          return found("lost-or-invented", `a confirm of serial ${serial}`, "nothing", all);
      return null;
    },
    FULL,
  ),
  ...(
    [
      ["noise", "00ff1337deadbeef"],
      ["starts", "4040404040"],
      ["ends", "23232323"],
      ["half-frame", "4040010001010305"],
      ["long-noise", "a5".repeat(2_000)],
      ["http", Buffer.from("GET / HTTP/1.1\r\n\r\n").toString("hex")],
    ] as const
  ).map(([name, hex]) =>
    refuses(
      `door/stream/after-${name}`,
      "API-DOOR-03",
      [`乱码之后的帧:${name}`, `a frame behind garbage: ${name}`],
      async (seat) => {
        const { address } = await seat.wiredDevice();
        return unconfirmed(seat, address, hexBytes(hex), null);
      },
      ROBUST,
    ),
  ),
  refuses(
    "door/stream/random",
    "API-DOOR-03",
    ["随机字节不使其停止", "random bytes stop nothing"],
    async (seat, context) => {
      const { address } = await seat.wiredDevice();
      return onInputs(live(context), fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) =>
        unconfirmed(seat, address, bytes, null),
      );
    },
    { ...ROBUST, kind: "generated" },
  ),
  refuses(
    "door/stream/half-open",
    "API-DOOR-03",
    ["许多半开连接不影响设备", "many silent connections delay no device"],
    async (seat) => {
      for (let i = 0; i < 40; i += 1) (await seat.wire()).send(hexBytes("4040"));
      const { wire, bytes } = await begun(seat);
      return confirmed(wire, bytes, 5);
    },
    ROBUST,
  ),
];
