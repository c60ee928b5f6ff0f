import { installationSpots, isSlugOf } from "@dianan/model";

type Body = { readonly [member: string]: unknown };

/** Years of free repair and of free maintenance that a vendor gives at least (EF-5.2, CP-4.3). */
const WARRANTY_YEARS = { vendorRepairUntil: 3, vendorMaintenanceUntil: 1 } as const;
const warranties = Object.entries(WARRANTY_YEARS) as readonly (readonly [keyof typeof WARRANTY_YEARS, number])[];

/** The last day of a term of whole years that begins on `day`. Both are `YYYY-MM-DD`. */
const lastDayOf = (day: string, years: number): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, date - 1)).toISOString().slice(0, 10);
};

/** The last days of the warranties that a vendor owes for a device installed on `day`. */
const owedWarranties = (day: string) => warranties.map(([member, years]) => [member, lastDayOf(day, years)] as const);

/** An installation file with the warranties that it does not name: those that every vendor owes. */
export const withWarranties = (file: Body): Body => ({
  ...Object.fromEntries(owedWarranties(String(file.installedOn))),
  ...file,
});

/** The warranties of an installation file that end before they may (质保期不足). */
export const shortWarranties = (file: Body): readonly string[] =>
  owedWarranties(String(file.installedOn)).flatMap(([member, last]) =>
    typeof file[member] === "string" && file[member] < last ? [member] : [],
  );

/** Devices that charge: the registered kind, and those that another platform names so. */
export const isChargingDevice = (type: unknown): boolean => typeof type === "string" && /^charg/i.test(type);

/** The member of an installation file by which it stands where nothing may charge (CP-1.4), or null. */
export const forbiddenMember = (file: Body): "spot" | "placeType" | null =>
  (["spot", "placeType"] as const).find((member) => {
    const spot = file[member];
    return isSlugOf(installationSpots, spot) && !installationSpots[spot].charging;
  }) ?? null;
