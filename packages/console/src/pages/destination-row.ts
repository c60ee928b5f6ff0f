import type { components } from "@dianan/open-api";

type Schemas = components["schemas"];
/** What the list has of every destination (发送目标), also of one that stands in the hub's options. */
type Listed = Schemas["Destination"];
/** One that was set up over the API. */
export type WholeDestination = Schemas["SharingDestination"];

export type DestinationRow = Omit<Listed, "refused"> & {
  /** Null: it stands in the hub's options and cannot be changed here. */ readonly whole: WholeDestination | null;
  readonly refused: number;
  /** More behind than was agreed. */ readonly isLate: boolean;
};

export const destinationRow = (listed: Listed, whole: WholeDestination | null): DestinationRow => ({
  ...listed,
  whole,
  refused: whole?.refused ?? listed.refused.length + listed.dead,
  isLate: whole !== null && whole.pending > 0 && whole.lagSeconds !== null && whole.lagSeconds > whole.periodSeconds,
});
