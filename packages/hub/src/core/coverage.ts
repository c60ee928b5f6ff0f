import {
  type DeviceType,
  type FormCategory,
  type FormFacts,
  type FormSystem,
  formCategories,
  formCategoryOf,
  heritageLevels,
  placeTypes,
} from "@dianan/model";

/** What makes a site equipped (已安装) with a system. */
export const systemDevices: { readonly [S in FormSystem]: DeviceType } = {
  electricalFire: "electricalFireMonitor",
  charging: "chargingPile",
};
export const formSystems = Object.keys(systemDevices) as readonly FormSystem[];

/** A site (场所): what its unit's record says, and the systems that are installed there. */
export type Site = {
  readonly body: { readonly [member: string]: unknown };
  readonly systems: readonly FormSystem[];
};

export type CoverageRow = {
  readonly system: FormSystem;
  readonly category: FormCategory;
  readonly base: number;
  readonly done: number;
};

/** What decides the category; null: the place type is not one of the table. */
const factsOf = ({ placeType, heritageLevel, keyFireUnit, residents }: Site["body"]): FormFacts | null => {
  const isPlace = typeof placeType === "string" && Object.hasOwn(placeTypes, placeType);
  if (!isPlace) return null;
  const isLevel = typeof heritageLevel === "string" && Object.hasOwn(heritageLevels, heritageLevel);
  return {
    placeType: placeType as FormFacts["placeType"],
    ...(isLevel ? { heritageLevel: heritageLevel as NonNullable<FormFacts["heritageLevel"]> } : {}),
    ...(typeof keyFireUnit === "boolean" ? { keyFireUnit } : {}),
    ...(typeof residents === "number" ? { residents } : {}),
  };
};

/** Coverage by category (覆盖率), PL-3, RF-4: every category of the form, in its order. */
export const coverageOf = (sites: readonly Site[]): readonly CoverageRow[] => {
  const rows = Object.entries(formCategories).map(([category, { system }]) => ({
    ...{ system, category: category as FormCategory, base: 0, done: 0 },
  }));
  const rowOf = new Map(rows.map((row) => [row.category, row]));
  for (const { body, systems } of sites) {
    const facts = factsOf(body);
    if (facts === null) continue;
    for (const system of formSystems) {
      const category = formCategoryOf(system, facts);
      const row = category === null ? undefined : rowOf.get(category);
      if (row === undefined) continue;
      row.base += 1;
      row.done += systems.includes(system) ? 1 : 0;
    }
  }
  return rows;
};
