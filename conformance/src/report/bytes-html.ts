/** Bytes in groups of sixteen, the one in question marked. `there`: its place, or null. */
export const bytesHtml = (hex: string, there: number | null): string => {
  const bytes = hex.match(/../g) ?? [];
  const spans = bytes.map((byte, i) => (i === there ? `<span class="there" title="${i}">${byte}</span>` : byte));
  const lines: string[] = [];
  for (let i = 0; i < spans.length; i += 16)
    lines.push(`<span class="en">${String(i).padStart(4, "0")}</span> ${spans.slice(i, i + 16).join(" ")}`);
  return `<div class="hex"><code>${lines.join("<br>") || "(0)"}</code></div>`;
};
