// Real time has no place in a simulation: whoever asks for it while one runs is named.

const OURS = /packages\/(?!hub\/test\/simulation\/real-time-guard)[^)\n]*/;

/** Where our code asked for real time or chance while `work` ran; those places, once each. */
export const touchedRealTime = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
  const touched = new Set<string>();
  const note = (what: string): void => {
    const place = new Error().stack?.split("\n").slice(3, 4).join("") ?? "";
    const ours = OURS.exec(place);
    if (ours !== null) touched.add(`${what} at ${ours[0]}`);
  };
  const undo: (() => void)[] = [];
  const watch = (owner: object, name: string, what: string): void => {
    const before = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    const watched = function (this: unknown, ...args: unknown[]): unknown {
      note(what);
      return before.apply(this, args);
    };
    Object.assign(owner, { [name]: watched });
    undo.push(() => Object.assign(owner, { [name]: before }));
  };
  watch(Math, "random", "Math.random");
  watch(performance, "now", "performance.now");
  for (const name of ["setTimeout", "setInterval", "setImmediate"]) watch(globalThis, name, name);
  const RealDate = Date;
  class WatchedDate extends RealDate {
    constructor(...args: ConstructorParameters<DateConstructor> | []) {
      if (args.length === 0) note("new Date");
      super(...(args as ConstructorParameters<DateConstructor>));
    }
    static override now(): number {
      note("Date.now");
      return RealDate.now();
    }
  }
  globalThis.Date = WatchedDate as DateConstructor;
  undo.push(() => {
    globalThis.Date = RealDate;
  });
  try {
    await work();
  } finally {
    for (const one of undo) one();
  }
  return [...touched];
};
