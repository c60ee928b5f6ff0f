import type { Case } from "./case.ts";
import { claimCases } from "./claims/claim-cases.ts";
import { codecCases } from "./codec/cases.ts";
import { deviceCases } from "./device/device-cases.ts";
import { diananCases } from "./device/dianan-cases.ts";
import { platformCases } from "./platform/cases.ts";
import { targets } from "./requirement.ts";
import { receiverCases } from "./share/receiver-cases.ts";
import { senderCases } from "./share/sender-cases.ts";
import { loadSuite, type Suite, suiteNames } from "./suite.ts";

/** A case without what it works with: enough to list it and to hold it against the requirements. */
export type ListedCase = Omit<Case<never>, "run">;

/** Every document that things are held against. */
export const allSuites = (): readonly Suite[] => suiteNames.map(loadSuite);

/** Every case of every target. */
export const allCases = (): readonly ListedCase[] => [
  ...["F3", "DP"].flatMap((prefix) => codecCases(loadSuite(prefix))),
  ...deviceCases,
  ...diananCases,
  ...senderCases,
  ...receiverCases(),
  ...platformCases(),
  ...targets.flatMap(claimCases),
];
