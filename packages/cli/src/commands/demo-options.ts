import type { Options } from "../options/option.ts";
import { hubOptions } from "./hub-options.ts";

const [folder, ...others] = hubOptions;

/** The hub's options, with a folder of its own by default, and the size of the fleet. */
export const demoOptions = [
  {
    name: "devices",
    kind: "integer",
    default: 40,
    min: 1,
    max: 5_000,
    zh: "模拟设备的台数。",
    en: "How many devices.",
  },
  { ...folder, default: "data/demo" },
  ...others,
] as const satisfies Options;
