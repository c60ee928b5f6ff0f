import type { HeritageLevel } from "./heritage-levels.ts";
import type { PlaceType } from "./place-types.ts";
import type { CodeRow } from "./table.ts";

/** The two systems (系统) that the forms count apart. */
export type FormSystem = "electricalFire" | "charging";

type FormCategoryRow = CodeRow & { readonly system: FormSystem };

/** Categories of the completion table (附件4 完成情况表), RF-4, in its order. */
// biome-ignore format: a table is read by its rows
export const formCategories = {
  fireHeritageProvince: { code: 1, system: "electricalFire", zh: "省级以上文保单位", en: "Fire: heritage of province level or above" },
  fireHeritageCity: { code: 2, system: "electricalFire", zh: "市级文保单位", en: "Fire: heritage of city level" },
  fireCare: { code: 3, system: "electricalFire", zh: "养老福利机构、医院、学校", en: "Fire: elderly care, welfare, hospital, school" },
  fireRental100: { code: 4, system: "electricalFire", zh: "100 人以上出租房", en: "Fire: rental housing of 100 people or more" },
  fireRental30: { code: 5, system: "electricalFire", zh: "30 人以上出租房", en: "Fire: rental housing of 30 people or more" },
  fireIndustry: { code: 6, system: "electricalFire", zh: "工业企业", en: "Fire: industrial enterprise" },
  fireLabourIntensive: { code: 7, system: "electricalFire", zh: "重点单位中的劳动密集型企业", en: "Fire: labour-intensive factory that is a key unit" },
  chargingEstateManaged: { code: 11, system: "charging", zh: "有物业小区(充电)", en: "Charging: estate with property management" },
  chargingEstateUnmanaged: { code: 12, system: "charging", zh: "无物业小区(充电)", en: "Charging: estate without property management" },
  chargingRental100: { code: 13, system: "charging", zh: "100 人以上出租房(充电)", en: "Charging: rental housing of 100 people or more" },
  chargingRental30: { code: 14, system: "charging", zh: "30 人以上出租房(充电)", en: "Charging: rental housing of 30 people or more" },
  chargingCare: { code: 15, system: "charging", zh: "福利机构、文保单位、医院、学校(充电)", en: "Charging: welfare, heritage, hospital, school" },
} as const satisfies { readonly [slug: string]: FormCategoryRow };

/** Slug of {@link formCategories}. */
export type FormCategory = keyof typeof formCategories;

/** What decides a unit's category. */
export type FormFacts = {
  readonly placeType: PlaceType;
  readonly heritageLevel?: HeritageLevel;
  readonly keyFireUnit?: boolean;
  readonly residents?: number;
};

const RESIDENTS_MANY = 100;

/** Where a rental house belongs: by the people who live there when that is known, else by its place type. */
const isLargeRental = ({ placeType, residents }: FormFacts): boolean =>
  residents === undefined ? placeType === "rental100" : residents >= RESIDENTS_MANY;

const fireCategory = (facts: FormFacts): FormCategory | null => {
  switch (facts.placeType) {
    case "heritage":
      if (facts.heritageLevel === "province") return "fireHeritageProvince";
      return facts.heritageLevel === "city" ? "fireHeritageCity" : null;
    case "welfare":
    case "hospital":
    case "school":
      return "fireCare";
    case "rental30":
    case "rental100":
      return isLargeRental(facts) ? "fireRental100" : "fireRental30";
    case "industry":
      return "fireIndustry";
    case "labourIntensive":
      // A factory that is no key unit is an industrial enterprise like any other.
      return facts.keyFireUnit === true ? "fireLabourIntensive" : "fireIndustry";
    case "estateManaged":
    case "estateUnmanaged":
    case "other":
      return null;
  }
};

const chargingCategory = (facts: FormFacts): FormCategory | null => {
  switch (facts.placeType) {
    case "estateManaged":
      return "chargingEstateManaged";
    case "estateUnmanaged":
      return "chargingEstateUnmanaged";
    case "rental30":
    case "rental100":
      return isLargeRental(facts) ? "chargingRental100" : "chargingRental30";
    case "welfare":
    case "heritage":
    case "hospital":
    case "school":
      return "chargingCare";
    case "industry":
    case "labourIntensive":
    case "other":
      return null;
  }
};

/** The category in which RF-4 to RF-6 count a unit; null: the form has none for such a place. */
export const formCategoryOf = (system: FormSystem, facts: FormFacts): FormCategory | null =>
  system === "electricalFire" ? fireCategory(facts) : chargingCategory(facts);
