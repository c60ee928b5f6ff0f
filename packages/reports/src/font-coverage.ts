/** Which characters a TrueType font has, read from its `cmap` (formats 4 and 12). */
export const coverageOf = (font: Uint8Array): ((codePoint: number) => boolean) => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = view.getUint16(4);
  let cmap = 0;
  for (let n = 0; n < tables; n += 1) {
    const at = 12 + 16 * n;
    // "cmap"
    if (view.getUint32(at) === 0x636d6170) cmap = view.getUint32(at + 8);
  }
  if (cmap === 0) throw new RangeError("font: it has no table of characters");
  const ranges: (readonly [first: number, last: number])[] = [];
  const count = view.getUint16(cmap + 2);
  for (let n = 0; n < count; n += 1) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * n + 4);
    const format = view.getUint16(at);
    if (format === 12)
      for (let g = 0; g < view.getUint32(at + 12); g += 1)
        ranges.push([view.getUint32(at + 16 + 12 * g), view.getUint32(at + 20 + 12 * g)]);
    if (format === 4) {
      const segments = view.getUint16(at + 6) / 2;
      for (let s = 0; s < segments; s += 1) {
        const last = view.getUint16(at + 14 + 2 * s);
        const first = view.getUint16(at + 16 + 2 * (segments + s));
        if (first !== 0xffff) ranges.push([first, last]);
      }
    }
  }
  const has = new Set<number>();
  for (const [first, last] of ranges) for (let code = first; code <= last; code += 1) has.add(code);
  return (codePoint) => has.has(codePoint);
};
