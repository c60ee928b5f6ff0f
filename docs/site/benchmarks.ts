import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml, plain } from "./markdown.ts";
import { addressOf, type Language, root, type Words } from "./paths.ts";

const SOURCE = "docs/speed.md";

/** A table of the repository's own figures. */
export type Figures = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const cellsOf = (line: string): readonly string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The tables between the marks of a section. @throws TypeError when the page has no such marks */
export const figuresOf = (page: string, section: string): readonly Figures[] => {
  const [from, to] = [page.indexOf(`<!-- bench ${section} -->`), page.indexOf(`<!-- end of bench ${section} -->`)];
  if (from < 0 || to < from) throw new TypeError(`${SOURCE} has no figures of ${section}`);
  const blocks = page.slice(from, to).match(/(?:^\|.*\n?)+/gm) ?? [];
  return blocks.map((block) => {
    const [head = "", , ...rows] = block.trim().split("\n");
    return { head: cellsOf(head), rows: rows.map(cellsOf) };
  });
};

type Plot = {
  readonly section: string;
  readonly table: number;
  /** Columns that name a bar. */ readonly label: readonly number[];
  /** Columns of the bars, by how their heads begin. */ readonly bars: readonly string[];
  readonly title: Words;
  readonly unit: Words;
  /** Where a line is drawn: an aim, or the baseline. */ readonly line?: number;
};

const plots: readonly Plot[] = [
  {
    section: "codec",
    table: 0,
    label: [0, 1],
    bars: ["ours / hand", "ours / binary-parser"],
    line: 1,
    title: { zh: "解码:与手写代码和 binary-parser 相比", en: "Decoding against code by hand and binary-parser" },
    unit: { zh: "用时之比,越小越好", en: "ratio of times, less is better" },
  },
  {
    section: "codec",
    table: 1,
    label: [0, 1],
    bars: ["ours / hand"],
    line: 1,
    title: { zh: "编码:与手写代码相比", en: "Encoding against code by hand" },
    unit: { zh: "用时之比,越小越好", en: "ratio of times, less is better" },
  },
  {
    section: "codec",
    table: 2,
    label: [0],
    bars: ["cut", "everything"],
    title: { zh: "浏览器中单协议体积", en: "Bundle of one protocol" },
    unit: { zh: "kB(压缩后)", en: "kB, minified and gzipped" },
  },
  {
    section: "hub-confirm",
    table: 0,
    label: [0],
    bars: ["p50 ms", "p99 ms"],
    line: 50,
    title: { zh: "确认时间,每秒 5000 帧", en: "Time to confirm at 5,000 frames a second" },
    unit: { zh: "毫秒,线为 p99 目标", en: "ms; the line is the aim of p99" },
  },
  {
    section: "hub-events",
    table: 0,
    label: [0],
    bars: ["event p50", "event p99"],
    line: 150,
    title: { zh: "报警到实时事件", en: "Alarm to live event" },
    unit: { zh: "毫秒,线为 p99 目标", en: "ms; the line is the aim of p99" },
  },
  {
    section: "api",
    table: 0,
    label: [0],
    bars: ["hub / bare"],
    line: 1,
    title: { zh: "开放接口:与裸 Hono 相比", en: "Open API against bare Hono" },
    unit: { zh: "吞吐之比,越大越好", en: "ratio of throughput, more is better" },
  },
];

const numberOf = (cell: string | undefined): number | null => {
  const number = Number.parseFloat((cell ?? "").replaceAll(",", ""));
  return Number.isFinite(number) ? number : null;
};
const wordsIn = (text: string, language: Language): string => {
  const [, en = text, zh = ""] = /^(.*?)\s*(\p{Script=Han}.*)?$/u.exec(text.replaceAll("`", "")) ?? [];
  const size = /,? ?\d+ B$/.exec(text)?.[0] ?? "";
  return language === "zh" && zh !== "" ? zh : en + (en.endsWith(size) ? "" : size);
};

const WIDTH = 620;
const LABEL = 215;
const BAR = 18;

/** Bars of a table, drawn to scale; what has no figure has no bar. */
export const barPlot = (plot: Plot, figures: Figures, language: Language): string => {
  const columns = plot.bars.map((begin) => figures.head.findIndex((head) => head.startsWith(begin)));
  if (columns.some((column) => column < 0))
    throw new TypeError(`${plot.section}: the table has no column ${plot.bars.join(" or ")}`);
  const rows = figures.rows
    .map((cells) => ({
      label: plot.label.map((at) => wordsIn(cells[at] ?? "", language)).join(" · "),
      values: columns.map((column) => numberOf(cells[column])),
    }))
    .filter(({ values }) => values.some((value) => value !== null));
  const max = Math.max(plot.line ?? 0, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const scale = (WIDTH - LABEL - 60) / max;
  const step = columns.length * BAR + 10;
  const height = rows.length * step + 8;
  const bars = rows.flatMap(({ label, values }, row) => [
    `<text class="label" x="${LABEL - 8}" y="${row * step + (columns.length * BAR) / 2 + 9}">${escapeHtml(label)}</text>`,
    ...values.map((value, at) => {
      if (value === null) return "";
      const y = row * step + 4 + at * BAR;
      return `<rect class="bar b${at}" x="${LABEL}" y="${y}" width="${(value * scale).toFixed(1)}" height="${BAR - 3}"/><text class="figure" x="${(LABEL + value * scale + 5).toFixed(1)}" y="${y + 12}">${value}</text>`;
    }),
  ]);
  const at = plot.line === undefined ? 0 : LABEL + plot.line * scale;
  const line = plot.line === undefined ? "" : `<line class="aim" x1="${at}" x2="${at}" y1="0" y2="${height}"/>`;
  const legend =
    columns.length === 1
      ? ""
      : `<p class="legend">${columns.map((column, index) => `<span class="b${index}">■</span> ${escapeHtml(wordsIn(figures.head[column] ?? "", language))}`).join(" &nbsp; ")}</p>`;
  const title = plot.title[language];
  return `${legend}<div class="frame-scroll" tabindex="0" role="group" aria-label="${escapeHtml(title)}"><svg class="plot" role="img" aria-label="${escapeHtml(title)}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">${bars.join("")}${line}</svg></div>\n`;
};

/** The figures of docs/speed.md as pictures. */
export const benchmarkPage = (language: Language): string => {
  const page = readFileSync(join(root, SOURCE), "utf8");
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  return [
    `# ${say("性能", "Benchmarks")}`,
    "",
    say(
      `图中每个数都取自仓库的[性能数据](${addressOf(language, "guide/speed")})(由 \`pnpm bench\` 打印)。绝对时间只对当时的机器成立,请看同一次运行中的比值。`,
      `Each number is one of the repository's own [figures](${addressOf(language, "guide/speed")}), as \`pnpm bench\` prints them. Absolute times hold for one machine at one moment: look at the ratios within one run.`,
    ),
    ...plots.map((plot) => {
      const figures = figuresOf(page, plot.section)[plot.table];
      if (figures === undefined) throw new TypeError(`${SOURCE}: ${plot.section} has no table ${plot.table}`);
      return `\n## ${plot.title[language]}\n\n${plain(plot.unit[language])}\n\n${barPlot(plot, figures, language)}`;
    }),
    `\n## ${say("增长", "Growth")}\n\n![${say("设备增加十倍时各项指标的变化", "What changes with ten times the devices")}](/files/docs/images/speed-hub-growth.svg)\n`,
  ].join("\n");
};
