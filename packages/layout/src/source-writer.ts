/** A place in the bytes as program text: a variable and a number added to it. */
export type Place = { readonly base: string; readonly add: number };

export const placeOf = (base: string): Place => ({ base, add: 0 });
export const plus = ({ base, add }: Place, more: number): Place => ({ base, add: add + more });
export const textOfPlace = ({ base, add }: Place): string =>
  base === "" ? String(add) : add === 0 ? base : `(${base} + ${add})`;

/** Program text that grows line by line, with names that nobody else uses. */
export type SourceWriter = {
  say(line: string): void;
  /** A name that starts so. */ fresh(prefix: string): string;
  /** Keeps a value under a name. */ keep(value: string): string;
  /** Keeps a value under a name that is made once, before any bytes are read. */ constant(value: string): string;
  refuseIf(condition: string): void;
  /** Refuses when fewer than `size` bytes are left. */ need(at: Place, size: string, end: string): void;
  readonly lines: readonly string[];
  readonly constants: readonly string[];
};

export const createSourceWriter = (): SourceWriter => {
  const lines: string[] = [];
  const constants: string[] = [];
  let names = 0;
  const fresh = (prefix: string): string => `${prefix}${names++}`;
  const say = (line: string): void => void lines.push(line);
  const refuseIf = (condition: string): void => say(`if (${condition}) return undefined;`);
  return {
    lines,
    constants,
    fresh,
    say,
    refuseIf,
    keep: (value) => {
      const name = fresh("v");
      say(`const ${name} = ${value};`);
      return name;
    },
    constant: (value) => {
      const name = fresh("c");
      constants.push(`const ${name} = ${value};`);
      return name;
    },
    need: (at, size, end) => refuseIf(`${textOfPlace(at)} + ${size} > ${end}`),
  };
};
