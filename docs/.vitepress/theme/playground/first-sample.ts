import type { Sample } from "./samples.ts";

/** The frame that a protocol is shown with: of a device, understood without another one, and one that says something. */
export const firstSample = (samples: readonly Sample[]): number => {
  const isWanted = (one: Sample): boolean =>
    !one.isRefused && one.direction === "up" && one.dialect === undefined && one.request === undefined;
  const telling = samples.findIndex((one) => isWanted(one) && one.hasEvents);
  return telling >= 0 ? telling : samples.findIndex(isWanted);
};
