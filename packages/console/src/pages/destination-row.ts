import type { components } from "@dianan/open-api";

type Schemas = components["schemas"];
/** What the list has of every destination (发送目标), also of one that stands in the hub's options. */
type Listed = Schemas["Destination"];
/** One that was set up over the API. */
export type WholeDestination = Schemas["SharingDestination"];

type Lanes = WholeDestination["lanes"];
/** One of the two ways to a destination (告警、其他记录通道), as far as it takes something on it. */
export type DestinationWay = NonNullable<Lanes["alarms"]> & { readonly name: keyof Lanes };

export type DestinationRow = Omit<Listed, "refused"> & {
  /** Null: it stands in the hub's options and cannot be changed here. */ readonly whole: WholeDestination | null;
  readonly refused: number;
  /** More behind than was agreed. */ readonly isLate: boolean;
  /** None where the whole is not known. */ readonly ways: readonly DestinationWay[];
};

const waysOf = (lanes: Lanes): readonly DestinationWay[] =>
  (["alarms", "records"] as const).flatMap((name) => {
    const lane = lanes[name];
    return lane === null ? [] : [{ ...lane, name }];
  });

export const destinationRow = (listed: Listed, whole: WholeDestination | null): DestinationRow => ({
  ...listed,
  whole,
  refused: whole?.refused ?? listed.refused.length + listed.dead,
  isLate: whole !== null && whole.pending > 0 && whole.lagSeconds !== null && whole.lagSeconds > whole.periodSeconds,
  ways: whole === null ? [] : waysOf(whole.lanes),
});
