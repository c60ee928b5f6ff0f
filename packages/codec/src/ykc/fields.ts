import { bcd, bcdKeeping, bytes, bytesUntilEnd, cp56Time, named, text, u8, u16le, u32le } from "@dianan/layout";
import { hardwareFaults } from "./codes.ts";

/** Pile number (桩编号): 14 digits as printed on the pile. */
export const pile = named(bcd(7), { zh: "桩编号", en: "pile number" });
/** Gun number (枪号): two digits, from 01. */
export const gun = named(bcd(1), { zh: "枪号", en: "gun number, from 01" });
/** Transaction number (交易流水号): pile, gun, YYMMDDhhmmss, counter; all zero when there is none. Platforms do not always keep to digits. */
export const transaction = named(bcdKeeping(16), { zh: "交易流水号", en: "transaction number" });
/** The three fields in front of what is said of a gun that charges. */
export const ofSession = { transaction, pile, gun };
/** What a maker put behind the fields of the document: kept, never an error. */
export const unparsed = named(bytesUntilEnd, { zh: "文档未列的字段", en: "fields that the document does not list" });
export const time = (zh: string, en: string) => named(cp56Time, { zh, en });
export const number = (zh: string, en: string, unit = "") => named(u16le, unit === "" ? { zh, en } : { zh, en, unit });
/** Of 0.01 yuan. */ export const fen = (zh: string, en: string) => named(u32le, { zh, en, unit: "0.01 yuan" });
/** Of 0.0001 yuan. */ export const money = (zh: string, en: string) => named(u32le, { zh, en, unit: "0.0001 yuan" });
export const energy = (zh: string, en: string) => named(u32le, { zh, en, unit: "0.0001 kWh" });
export const voltage = (zh: string, en: string) => named(u16le, { zh, en, unit: "0.1 V" });
/** With the offset of the BMS messages: 4000 is 0 A. */
export const shiftedCurrent = (zh: string, en: string) => named(u16le, { zh, en, unit: "0.1 A - 400 A" });
/** 50 more than the temperature; 0: not measured. */
export const temperature = (zh: string, en: string) => named(u8, { zh, en, unit: "°C + 50" });
export const physicalCard = named(bytes(8), { zh: "物理卡号", en: "physical card number" });
export const logicalCard = named(bcdKeeping(8), { zh: "逻辑卡号", en: "logical card number" });
export const vin = named(text(17, "ascii"), { zh: "VIN 码", en: "vehicle number" });
export const parallelOrder = named(bcdKeeping(6), { zh: "并充序号", en: "number of the start with two guns" });

/** Name to bit, lowest first, as `flags` takes it. */
export const hardwareFaultBits = Object.fromEntries(
  Object.entries(hardwareFaults).map(([name, { code }]) => [name, code]),
) as { readonly [N in keyof typeof hardwareFaults]: number };
