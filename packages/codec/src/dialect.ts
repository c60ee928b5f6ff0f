import type { DialectOption, DialectOptions } from "./protocol.ts";

/** Every option of a protocol with the value that holds. */
export type DialectOf<O extends Readonly<Record<string, DialectOption>>> = {
  readonly [K in keyof O]: O[K]["oneOf"][number];
};

/**
 * The options that hold: those given, else what the document says.
 *
 * @throws RangeError that names the option when the protocol does not have it, or not with this value
 */
export const dialectOf = <const O extends Readonly<Record<string, DialectOption>>>(
  options: O,
  given: DialectOptions = {},
): DialectOf<O> => {
  for (const [name, value] of Object.entries(given)) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined)
      throw new RangeError(`dialect.${name}: there is no such option; there are: ${Object.keys(options).join(", ")}`);
    if (!option.oneOf.includes(value))
      throw new RangeError(`dialect.${name}: ${JSON.stringify(value)} is none of ${JSON.stringify(option.oneOf)}`);
  }
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, given[name] ?? option.default]),
  ) as DialectOf<O>;
};
