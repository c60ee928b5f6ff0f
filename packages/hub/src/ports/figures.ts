/** Counts and gauges for `/metrics`. Names are lowerCamel; a name that ends in `Total` only grows. */
export type Figures = {
  /** Adds to a counter. */ add(name: string, by?: number): void;
  /** Registers a gauge, read at each snapshot. */ gauge(name: string, read: () => number): void;
  /** Adds a duration in milliseconds to a histogram: `<name>Le<bound>Total` (cumulative), `<name>CountTotal`, `<name>MsTotal`. */
  observe(name: string, ms: number): void;
  snapshot(): { readonly [name: string]: number };
};

const BOUNDS_MS: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 500, 2_000];

/** Figures in memory: they start at 0 with the process. */
export const createFigures = (): Figures => {
  const counters = new Map<string, { count: number }>();
  const gauges = new Map<string, () => number>();
  const add = (name: string, by = 1): void => {
    const counter = counters.get(name);
    if (counter === undefined) counters.set(name, { count: by });
    else counter.count += by;
  };
  return {
    add,
    gauge: (name, read) => void gauges.set(name, read),
    observe: (name, ms) => {
      for (const bound of BOUNDS_MS) if (ms <= bound) add(`${name}Le${bound}Total`);
      add(`${name}CountTotal`);
      add(`${name}MsTotal`, ms);
    },
    snapshot: () => {
      const all: Record<string, number> = {};
      for (const [name, { count }] of counters) all[name] = count;
      for (const [name, read] of gauges) all[name] = read();
      return all;
    },
  };
};
