import { textOf } from "@dianan/layout";
import type { ComponentKey } from "@dianan/model";
import type { GbDialect } from "./dialect.ts";
import type { ComponentAddress } from "./fields.ts";

/** Digits of an address that people write as a decimal number (020101165). */
const DECIMAL_DIGITS = 9;

/** What may stand in a key; other characters of an address become `_`, so that no address forges another's key. */
const plain = (text: string): string => text.replaceAll(/[^A-Za-z0-9._-]/g, "_");

/** A component address (部件地址) as its people write it: the number, `zone-point`, nine digits, or its characters. */
export const componentAddressText = (
  address: ComponentAddress,
  form: GbDialect["componentAddress"] = "u32",
): string => {
  if (typeof address === "number")
    return form === "decimal" ? String(address).padStart(DECIMAL_DIGITS, "0") : String(address);
  if (typeof address === "object" && "zone" in address) return `${address.zone}-${address.point}`;
  return plain(textOf(address));
};

/** A component's address inside its device: `systemType/systemAddress/componentType/componentAddress`. */
export const componentKey = (
  object: {
    readonly systemType: number;
    readonly systemAddress: number;
    readonly componentType: number;
    readonly componentAddress: ComponentAddress;
  },
  form?: GbDialect["componentAddress"],
): ComponentKey =>
  `${object.systemType}/${object.systemAddress}/${object.componentType}/${componentAddressText(object.componentAddress, form)}` as ComponentKey;
