// What happened in days, counted: a simulation in which nothing goes wrong would prove nothing.

/**
 * Every kind of fault, and of each invariant the case that could break it, with how often it must occur in 200 days at least: a third of
 * what 200 days were seen to bring, so that one that comes no more is noticed, and chance is not.
 */
export const LEAST_OF_200 = {
  // The hub's process.
  "the hub ends by chance": 84,
  "the hub ends before a commit": 29,
  "the hub ends after a commit": 25,
  "the hub is away for an hour": 12,
  // Its disk.
  "a commit fails": 520,
  "one job of a commit fails": 24,
  "a commit is in doubt": 310,
  "a commit takes seconds": 140,
  // The network.
  "a storm": 68,
  "a link is cut": 1_100,
  "a link is dead": 1_400,
  "a connection is refused": 30_000,
  "bytes come in pieces": 2_400,
  "pieces come together": 2_000,
  "bytes come seconds late": 710,
  // The city.
  "the city is out of reach": 510,
  "the city answers 503": 510,
  "the city takes it and the answer is lost": 520,
  "the city never got it": 520,
  // Devices.
  "a device reboots": 740,
  "a device loses power": 470,
  "a device's clock is wrong": 150,
  "a device's clock is set": 110,
  "a stranger speaks": 140,
  // What is confirmed is stored, once, in order.
  "a frame that came twice is stored once": 220,
  "a frame was denied and sent anew": 200,
  "a stored frame got no answer": 13,
  "a frame came after another's confirm": 30_000,
  "two frames came over one link": 25_000,
  "a value of a stranger is not kept": 450,
  // Alarms.
  "a person clears an alarm": 200,
  "a value clears an alarm": 970,
  "a voice clears an alarm": 740,
  "an alarm comes again": 840,
  "a stranger's alarm stands at its registration": 40,
  "a hot value must raise": 9_400,
  "somebody is late": 2_600,
  "somebody is late while the hub is away": 66,
  "work is done in time": 67,
  // Presence.
  "a device falls silent": 66,
  "a device is silent while the hub is away": 9,
  "a device loses its link": 700,
  // Commands.
  "a command is done": 1_400,
  "a command is sent anew": 10,
  "a command expires": 310,
  "a command is taken back": 41,
  "a command is refused": 86,
  // The city has the last version.
  "the city has a later version": 5_100,
} as const;
export type Case = keyof typeof LEAST_OF_200;
export const cases = Object.keys(LEAST_OF_200) as readonly Case[];

export type Counts = { readonly [one in Case]: number };
export type Tally = { saw(one: Case, times?: number): void; counts(): Counts };

export const createTally = (): Tally => {
  const counts = Object.fromEntries(cases.map((one) => [one, 0])) as Record<Case, number>;
  return {
    saw: (one, times = 1) => {
      counts[one] += times;
    },
    counts: () => ({ ...counts }),
  };
};

/** What came less often in so many days than it must. */
export const tooRare = (counts: Counts, days: number): readonly string[] =>
  cases
    .filter((one) => counts[one] < Math.floor((LEAST_OF_200[one] * days) / 200))
    .map((one) => `${one}: ${counts[one]} times in ${days} days, expected ${LEAST_OF_200[one]} in 200`);
