import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { coverageOf } from "./font-coverage.ts";
import { printable } from "./printable.ts";

/** A PDF, and characters of its texts that the font does not have: `〓` stands for them. */
export type Pdf = { readonly bytes: Uint8Array; readonly missing: readonly string[] };

export type PdfMaker = {
  /**
   * @param template - name of a file in `templates/`
   * @param data - JSON that the template reads; texts in it are texts, whatever they hold
   * @param at - when it was made, milliseconds UTC: the same data at the same time are the same bytes
   */
  make(template: "form" | "monitoring" | "record", data: object, at: number): Pdf;
};

/** This machine has no typesetter: its processor or system is none of those that it is built for. */
export class NoPdfError extends Error {
  constructor(cause: unknown) {
    super("PDF cannot be made on this machine: @myriaddreamin/typst-ts-node-compiler is not there for it", { cause });
    this.name = "NoPdfError";
  }
}

const near = (path: string): URL => new URL(`../${path}`, import.meta.url);
const font = (name: string): Buffer => brotliDecompressSync(readFileSync(near(`fonts/NotoSansSC-${name}.ttf.br`)));

/** Sets texts in type with Typst, with the fonts that this package brings. It computes for tens of milliseconds: run it on a thread. */
export const createPdfMaker = async (): Promise<PdfMaker> => {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler").catch((error: unknown) => {
    throw new NoPdfError(error);
  });
  const fonts = [font("Regular"), font("Bold")];
  const has = coverageOf(fonts[0] as Buffer);
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  return {
    make: (template, data, at) => {
      const { value, missing } = printable(data, has);
      const bytes = compiler.pdf(
        {
          mainFileContent: readFileSync(near(`templates/${template}.typ`), "utf8"),
          inputs: { data: JSON.stringify(value) },
        },
        { creationTimestamp: Math.floor(at / 1_000) },
      );
      // What was remembered of other documents must not pile up.
      compiler.evictCache(10);
      return { bytes, missing };
    },
  };
};
