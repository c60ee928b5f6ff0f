import type { FormCategory, FormSystem, PlaceType } from "@dianan/model";

/** What every form says of itself. Dates are `YYYY-MM-DD`. */
export type FormCover = {
  /** Who reports (填报单位); empty: a line to write on. */ readonly reporter: string;
  /** Street or region (区域) that it is about; empty: all. */ readonly region: string;
  readonly from: string;
  readonly to: string;
  /** Day on which it is filled in (填报日期). */ readonly madeOn: string;
  /** When it was made, milliseconds UTC. */ readonly at: number;
  /** Number of the document (编号). */ readonly number: string;
};

/** A community's targets (RF-3, 附件3). */
export type TargetRow = {
  readonly community: string;
  readonly fireTarget: number;
  readonly fireDone: number;
  readonly chargingTarget: number;
  readonly chargingDone: number;
};

/** What is equipped of one category (RF-4, 附件4). */
export type CategoryRow = {
  readonly system: FormSystem;
  readonly category: FormCategory;
  readonly base: number;
  readonly done: number;
};
/** One community, or all of them. */
export type CategoryArea = { readonly name: string; readonly rows: readonly CategoryRow[] };

/** One unit of RF-5 (附件5) or RF-6 (附件6). Null: nobody registered it. */
export type UnitRow = {
  readonly community: string | null;
  readonly name: string;
  readonly address: string;
  readonly placeType: PlaceType | null;
  /** Devices of the system. */ readonly installed: number;
  /** RF-5: of those devices, at how many the wiring was checked before, and of how many that is known. */
  readonly wiring: { readonly checked: number; readonly known: number };
  /** RF-6: places where devices stand, told apart by their address. */ readonly places: number;
  /** RF-6. */ readonly ports: number;
  readonly models: readonly string[];
  readonly vendors: readonly string[];
  readonly operator: string | null;
  readonly contact: string | null;
  /** Sum of what is known. Fen. */ readonly investmentFen: number | null;
  /** The first, of several. */ readonly installedOn: string | null;
};
