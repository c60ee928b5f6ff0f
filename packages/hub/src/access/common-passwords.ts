import { dictionary } from "@zxcvbn-ts/language-common";

let common: ReadonlySet<string> | null = null;

/** Whether a lower-case text is one of some 49,000 passwords that everybody uses (SEC-USR-02). */
export const isCommonPassword = (lowerCase: string): boolean => {
  common ??= new Set(dictionary["passwords-common"]);
  return common.has(lowerCase);
};
