import { readFileSync } from "node:fs";
import { gb26875 } from "@dianan/codec";
import { parse } from "yaml";
import type { Target } from "../requirement.ts";
import { allCases } from "../targets.ts";
import { type Claimable, type Claims, ClaimsError, parseClaims } from "./claims.ts";

const DIALECT = "dialect/";

/** What can be claimed: what the cases of the target and document ask for. */
export const claimableOf = (target: Target, protocol: string): Claimable => {
  const needs = allCases()
    .filter((one) => one.target === target && one.id.startsWith(`${protocol}/`))
    .flatMap((one) => one.needs);
  return {
    features: [
      ...new Set([...(target === "codec" ? ["decode"] : []), ...needs.filter((one) => !one.startsWith(DIALECT))]),
    ],
    dialects: target === "codec" && protocol === "F3" ? Object.keys(gb26875.dialects) : [],
  };
};

/** Checks claims against what there is to claim. @throws ClaimsError */
export const claimsOf = (value: unknown): Claims => parseClaims(value, claimableOf);

/**
 * Reads a file of claims, YAML or JSON.
 *
 * @throws ClaimsError for what is wrong in it; an error of the file system
 */
export const readClaims = (file: string): Claims => {
  const text = readFileSync(file, "utf8");
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new ClaimsError("", `不是 YAML 或 JSON:${file}`, error instanceof Error ? error.message : String(error));
  }
  return claimsOf(value);
};
