export { type AuditFileReport, verifyAuditFiles } from "./audit/verify-files.ts";
export { type CityConfig, defaultLimits, type HubConfig, type HubLimits, type RunningHub } from "./config.ts";
export type { AuditFault, AuditVerdict } from "./core/audit-verifier.ts";
export { type HubSurroundings, startHub } from "./hub.ts";
export { PortTakenError } from "./port-taken.ts";
export { StoreError } from "./ports/store.ts";
