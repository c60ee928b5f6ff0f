// Makes fonts/ anew: Noto Sans SC (OFL-1.1) cut down to GBK, Latin and signs. Its two tools are large and needed once in years, so they
// are no dependencies: in an empty folder `npm i subset-font @expo-google-fonts/noto-sans-sc`, then `node <here>/subset-fonts.mjs .`
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const from = resolve(process.argv[2] ?? ".");
const subset = createRequire(join(from, "package.json"))("subset-font");
const fonts = join(import.meta.dirname, "..", "fonts");

const wanted = new Set(Array.from("〓µ°±×÷Ω℃㎡"));
const gbk = new TextDecoder("gbk");
for (let a = 0x81; a <= 0xfe; a += 1)
  for (let b = 0x40; b <= 0xfe; b += 1) {
    const text = gbk.decode(Uint8Array.of(a, b));
    if (text.length === 1 && text !== "\ufffd" && !/[\ue000-\uf8ff]/.test(text)) wanted.add(text);
  }
for (const [first, end] of [
  [0x20, 0x250],
  [0x2000, 0x2670],
])
  for (let code = first; code < end; code += 1) wanted.add(String.fromCharCode(code));

for (const [weight, name] of [
  ["400Regular", "Regular"],
  ["700Bold", "Bold"],
]) {
  const whole = readFileSync(
    join(from, "node_modules", "@expo-google-fonts", "noto-sans-sc", weight, `NotoSansSC_${weight}.ttf`),
  );
  const part = await subset(whole, [...wanted].join(""), { targetFormat: "truetype" });
  const small = brotliCompressSync(part, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: part.length,
    },
  });
  writeFileSync(join(fonts, `NotoSansSC-${name}.ttf.br`), small);
}
