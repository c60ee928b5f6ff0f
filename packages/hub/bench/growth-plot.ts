// A plot of figures that grow with something, as SVG: each in times of what it is at the first place.
export type PlotLine = {
  readonly name: string /** One for each place of the axis. */;
  readonly values: readonly number[];
};
export type Plot = {
  readonly title: string;
  /** Along the axis, in times of the first. */ readonly places: readonly number[];
  readonly lines: readonly PlotLine[];
};

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [860, 420, 60, 50, 330, 50];
const COLORS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"].concat(
  ...["#000000", "#8a6d00", "#7f3c8d", "#d81b60", "#7cb342", "#607d8b", "#a1887f"],
);

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Both axes are logarithmic, so that what grows as the places do is a straight line. @throws RangeError for a value that is not above 0 */
export const plotOf = ({ title, places, lines }: Plot): string => {
  const ratios = lines.map(({ name, values }) => {
    const [first = Number.NaN] = values;
    if (values.length !== places.length || values.some((value) => !(value > 0)))
      throw new RangeError(`${name}: ${values.join(", ")}: one value above 0 for each of ${places.length} places`);
    return { name, ratios: values.map((value) => value / first) };
  });
  const all = [...ratios.flatMap((line) => line.ratios), ...places];
  const [low, high] = [Math.floor(Math.log2(Math.min(...all))), Math.ceil(Math.log2(Math.max(...all, 2)))];
  const last = places.at(-1) ?? 1;
  const x = (place: number): number => LEFT + (Math.log(place) / Math.log(Math.max(last, 2))) * (WIDTH - LEFT - RIGHT);
  const y = (ratio: number): number =>
    HEIGHT - BOTTOM - ((Math.log2(ratio) - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const at = (value: number): string => value.toFixed(1);
  const text = (left: number, top: number, words: string, more = ""): string =>
    `<text x="${at(left)}" y="${at(top)}" ${more}>${escaped(words)}</text>`;
  const rule = (x1: number, y1: number, x2: number, y2: number): string =>
    `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="#ddd"/>`;
  const points = (values: readonly number[]): string =>
    values.map((value, n) => `${at(x(places[n] ?? 1))},${at(y(value))}`).join(" ");
  const steps = Array.from({ length: high - low + 1 }, (_, n) => 2 ** (low + n));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(LEFT, 24, title, 'font-size="15"'),
    ...steps.flatMap((step) => [
      rule(LEFT, y(step), WIDTH - RIGHT, y(step)),
      text(LEFT - 8, y(step) + 4, `${step}×`, 'text-anchor="end"'),
    ]),
    ...places.flatMap((place) => [
      rule(x(place), TOP, x(place), HEIGHT - BOTTOM),
      text(x(place), HEIGHT - BOTTOM + 20, `${place}×`, 'text-anchor="middle"'),
    ]),
    `<polyline points="${points(places)}" fill="none" stroke="#999" stroke-dasharray="4 4"/>`,
    text(WIDTH - RIGHT + 40, TOP + 14, "- - as devices 与设备数同增", 'fill="#777"'),
    ...ratios.flatMap((line, n) => {
      const color = COLORS[n % COLORS.length] ?? "#000";
      const top = TOP + 40 + n * 22;
      return [
        `<polyline points="${points(line.ratios)}" fill="none" stroke="${color}" stroke-width="2"/>`,
        ...line.ratios.map(
          (ratio, k) => `<circle cx="${at(x(places[k] ?? 1))}" cy="${at(y(ratio))}" r="3" fill="${color}"/>`,
        ),
        `<rect x="${WIDTH - RIGHT + 40}" y="${top - 9}" width="12" height="12" fill="${color}"/>`,
        text(WIDTH - RIGHT + 58, top + 2, `${line.name}: ${(line.ratios.at(-1) ?? 1).toFixed(1)}×`),
      ];
    }),
    "</svg>",
    "",
  ].join("\n");
};
