import manifest from "../package.json" with { type: "json" };

/** Version of this package. */
export const version: string = manifest.version;

/** Major and minor number of a version, as a byte holds them. */
export const numbersOf = (text: string): readonly [major: number, minor: number] => {
  const [major = 0, minor = 0] = text.split(".").map((part) => Math.min(255, Number.parseInt(part, 10) || 0));
  return [major, minor];
};
