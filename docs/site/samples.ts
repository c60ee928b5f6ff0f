import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";

type Vector = {
  readonly name: string;
  readonly layout: string;
  readonly hex: string;
  readonly direction?: "up" | "down";
  readonly request?: string;
  readonly dialect?: string;
  readonly error?: unknown;
  readonly normalised?: readonly unknown[];
};

/** Whole frames of a protocol's vectors, as the playground offers them. */
export const samplesOf = (protocol: string): readonly object[] => {
  const folder = join(root, "specs/vectors", protocol);
  return readdirSync(folder)
    .sort((a, b) => Number(b === "frames.json") - Number(a === "frames.json") || a.localeCompare(b))
    .flatMap((name) => {
      const file = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
        readonly dialect?: string;
        readonly vectors: readonly Vector[];
      };
      return file.vectors
        .filter(({ layout, hex }) => layout === "frame" && hex !== "")
        .map(({ name: title, hex, direction = "up", request, dialect = file.dialect, error, normalised = [] }) => ({
          name: title,
          hex,
          direction,
          ...(request === undefined ? {} : { request }),
          ...(dialect === undefined ? {} : { dialect }),
          isRefused: error !== undefined,
          hasEvents: normalised.length > 0,
        }));
    });
};
