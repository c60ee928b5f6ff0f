// Writes src/generated/<name>.ts: a decoder in plain statements for each layout that is worth it, from its own table.
import { writeFileSync } from "node:fs";
import { decoderSource, type Field } from "@dianan/layout";
import { upFrame as ap3000UpFrame } from "../src/ap3000/frame.ts";
import { upFrame as bkvUpFrame } from "../src/bkv/layouts.ts";
import { plainFrame, securedFrame } from "../src/dianan/frame.ts";
import { frame as dlt645Frame } from "../src/dlt645/frame.ts";
import { plainFrame as efirePlain, wrappedFrame as efireWrapped } from "../src/efire-7b7b/frame.ts";
import { standardLayouts } from "../src/gb26875/standard-layouts.ts";
import { upFrames as juyUpFrames } from "../src/juy/layouts.ts";
import { rtuLayouts } from "../src/modbus/rtu-frame.ts";
import { tcpLayouts } from "../src/modbus/tcp-frame.ts";
import { hotFrame as ykcHotFrame } from "../src/ykc/hot-frame.ts";

const layouts: Readonly<Record<string, Field<unknown>>> = {
  "ap3000-up-frame": ap3000UpFrame,
  "bkv-up-frame": bkvUpFrame,
  "gb26875-packet": standardLayouts.packet,
  "dianan-plain-frame": plainFrame,
  "dianan-secured-frame": securedFrame,
  "juy-up-frame": juyUpFrames.kept.old,
  "juy-new-up-frame": juyUpFrames.kept.new,
  "dlt645-frame": dlt645Frame,
  "efire-plain-frame": efirePlain,
  "efire-wrapped-frame": efireWrapped,
  "modbus-rtu-request": rtuLayouts.request,
  "modbus-rtu-answer": rtuLayouts.answer,
  "modbus-tcp-request": tcpLayouts.request,
  "modbus-tcp-answer": tcpLayouts.answer,
  "ykc-hot-frame": ykcHotFrame,
};

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

for (const [name, layout] of Object.entries(layouts))
  writeFileSync(
    new URL(`../src/generated/${name}.ts`, import.meta.url),
    [
      "// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.",
      "// @ts-nocheck",
      'import type { WrittenDecoder } from "@dianan/layout";',
      "",
      `export const ${camel(name)}: WrittenDecoder = ${decoderSource(layout)};`,
      "",
    ].join("\n"),
  );
