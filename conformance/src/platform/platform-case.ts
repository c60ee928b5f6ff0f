import type { Case, CaseContext, Finding } from "../case.ts";
import type { PlatformSeat } from "./platform-seat.ts";

export type PlatformCase = Case<PlatformSeat>;

/** Against what is alive, each input costs a request or several: a tenth of the inputs that a codec is given. */
const LIVE_PART = 10;
export const live = (context: CaseContext<PlatformSeat>): CaseContext<PlatformSeat> => ({
  ...context,
  runs: Math.max(1, Math.ceil(context.runs / LIVE_PART)),
});

type About = {
  readonly asks?: Case<never>["asks"];
  readonly needs?: readonly string[];
  readonly kind?: Case<never>["kind"];
};

const made =
  (polarity: Case<never>["polarity"]) =>
  (
    id: string,
    requirements: string | readonly string[],
    title: readonly [zh: string, en: string],
    run: (seat: PlatformSeat, context: CaseContext<PlatformSeat>) => Promise<Finding | null>,
    { asks = "core", needs = [], kind = "dialogue" }: About = {},
  ): PlatformCase => ({
    ...{ target: "platform", id: `API/${id}`, requirements: [requirements].flat(), polarity, asks, needs, kind },
    title: { zh: title[0], en: title[1] },
    run: async (context) => {
      try {
        return await run(context.seat, context);
      } finally {
        await context.seat.endCase();
      }
    },
  });

/** Something right must be taken. */
export const takes = made("positive");
/** Something wrong must be refused. */
export const refuses = made("negative");

/** Areas of the document without which there is no platform; a platform may lack any other (`--lacks`). */
const basic: readonly string[] = ["open", "records", "alarms"];

/** Features that an operation of this area needs. */
export const needsOf = (tag: string): readonly string[] => (basic.includes(tag) ? [] : [tag]);
