import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { hexBytes, hexText, sameValue } from "@dianan/testkit";
import { afterAll, expect, test } from "vitest";
import { bundle, bundleSizes, wireIds } from "../bench/bundle-sizes.ts";
import { wirePlugin, withoutTitles } from "../scripts/wire-plugin.ts";
import type { Protocol } from "../src/protocol.ts";
import { protocols } from "../src/protocols.ts";
import { contextOf, vectorsOf } from "./protocol-vectors.ts";

const WIRE_MAX = 15_000;
const SLOW = 60_000;

const folder = mkdtempSync(join(tmpdir(), "dianan-wire-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Wire = Pick<Protocol<unknown>, "cutFrames" | "decodeFrame" | "encodeFrame">;

const wireOf = async (id: string): Promise<Wire> => {
  const file = join(folder, `${id}.mjs`);
  writeFileSync(file, await bundle(`export * from "@dianan/codec/wire/${id}";`, [wirePlugin]));
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Wire;
};

test(`one protocol is under ${WIRE_MAX / 1_000} kB, minified and compressed`, { timeout: SLOW }, async () => {
  const sizes = await bundleSizes();
  expect(sizes.map(({ id }) => id)).toEqual(Object.keys(protocols));
  for (const { id, wire, everything } of sizes) {
    expect(wire, id).toBeLessThan(WIRE_MAX);
    expect(wire, id).toBeLessThan(everything);
  }
});

test.each((Object.values(protocols) as readonly Protocol<unknown>[]).filter(({ id }) => wireIds.has(id)))(
  "$id without titles cuts, decodes and encodes every vector as the whole does",
  { timeout: SLOW },
  async (protocol) => {
    const wire = await wireOf(protocol.id);
    for (const vector of vectorsOf(protocol.id)) {
      const context = contextOf(protocol, vector);
      const bytes = hexBytes(vector.hex);
      const [full, own] = [protocol.decodeFrame(bytes, context), wire.decodeFrame(bytes, context)];
      expect(sameValue(own, full), vector.name).toBe(true);
      expect(
        sameValue(wire.cutFrames(bytes, bytes, context), protocol.cutFrames(bytes, bytes, context)),
        vector.name,
      ).toBe(true);
      if (!full.ok || !own.ok) continue;
      expect(hexText(wire.encodeFrame(own.value, context)), vector.name).toBe(vector.hex);
    }
  },
);

test("a written decoder goes, the layout around it stays", () => {
  const text = `export const frame = withDecoder(struct(FRAME, { ...head, zh: "帧" }), written);`;
  expect(withoutTitles("a.ts", text)).toBe("export const frame = (struct(FRAME, { ...head, }));");
});

test("a field whose notes are all for people stands alone", () => {
  const text = `const a = named(flags(u8, { zh: 1 }), { zh: "名", en: "name", codes });
const b = named(u8, notes);`;
  expect(withoutTitles("a.ts", text)).toBe(`const a = (flags(u8, { zh: 1 }));
const b = named(u8, notes);`);
});

test("titles, units and code tables of fields go; clauses, values and everything else stay", () => {
  const text = `const a = named(u8, { zh: "名", codes: table, clause: "§1", en: "name" });
const b = { code: 1, zh: "一", en: \`one \${n}\`, };
const c = up(0x01, "登录", "login", "document");
const d = { zh, en: 5, unit: other(), codes: {} };`;
  expect(withoutTitles("a.ts", text)).toBe(`const a = named(u8, { clause: "§1", });
const b = { code: 1, };
const c = up(0x01, "", "", "document");
const d = { zh, en: 5, unit: other(), codes: {} };`);
  const kept = "// @keep-titles\nexport const a = { zh: `一` };";
  expect(withoutTitles("a.ts", kept)).toBe(kept);
});
