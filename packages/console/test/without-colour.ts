import type { Locator, Page } from "playwright-core";

/** A mark as somebody sees it who sees no colour: what is ink, what lies within its outline, and how much colour was left. */
export type Mark = {
  readonly ink: number;
  readonly outline: readonly boolean[];
  /** Largest difference between red, green and blue of a pixel. */ readonly colour: number;
  /** What is written beside it. */ readonly word: string;
};

/** Does something while the browser paints as for somebody without colour vision. */
export const withoutColour = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("Emulation.setEmulatedVisionDeficiency", { type: "achromatopsia" });
    await act();
  } finally {
    await session.send("Emulation.setEmulatedVisionDeficiency", { type: "none" });
    await session.detach();
  }
};

const SIDE = 48;
const seen = async (page: Page, mark: Locator): Promise<Mark> => {
  const data = (await mark.screenshot()).toString("base64");
  const word = await mark.evaluate((one) => {
    const near = one.closest<HTMLElement>("[aria-label]")?.ariaLabel ?? "";
    const beside = (one.parentElement as HTMLElement).innerText.trim();
    return beside === "" ? near : beside;
  });
  const looks = await page.evaluate(
    async ([base64, side]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = side;
      canvas.height = side;
      const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
      pen.drawImage(image, 0, 0, side, side);
      const { data: bytes } = pen.getImageData(0, 0, side, side);
      const pixels = Array.from({ length: side * side }, (_, n) => [...bytes.slice(n * 4, n * 4 + 3)]);
      const colour = Math.max(...pixels.map((rgb) => Math.max(...rgb) - Math.min(...rgb)));
      const grey = pixels.map(([r = 0, g = 0, b = 0]) => 0.3 * r + 0.59 * g + 0.11 * b);
      const paper = grey[0] ?? 0;
      const ink = grey.map((one) => Math.abs(one - paper) > 40);
      const outline = Array.from({ length: side }, (_, y) => {
        const row = ink.slice(y * side, (y + 1) * side);
        const [first, last] = [row.indexOf(true), row.lastIndexOf(true)];
        return row.map((_pixel, x) => first >= 0 && x >= first && x <= last);
      }).flat();
      return { colour, ink: ink.filter((one) => one).length, outline };
    },
    [data, SIDE] as const,
  );
  return { ...looks, word };
};

const classes = ["alarm", "warning", "fault", "offline", "event"] as const;

/** The first mark of each class that a part of the screen shows. */
export const marksIn = async (page: Page, part: string): Promise<ReadonlyMap<string, Mark>> => {
  const found = new Map<string, Mark>();
  for (const one of classes) {
    const mark = page.locator(`${part} .mark.is-${one}:visible`).first();
    if ((await mark.count()) > 0) found.set(one, await seen(page, mark));
  }
  return found;
};

/** Share of the pixels in which two outlines differ. */
export const apart = (a: Mark, b: Mark): number =>
  a.outline.filter((one, n) => one !== b.outline[n]).length / a.outline.length;
