export { type AuditFileReport, verifyAuditFiles } from "./audit/verify-files.ts";
export { backupData, type DataFolder, migrateFolder, restoreData, verifyData } from "./backup-data.ts";
export type { BackupReport, RestoreReport } from "./backup-files.ts";
export {
  type CityConfig,
  type DoorConfig,
  defaultLimits,
  type HubConfig,
  type HubLimits,
  type LineConfig,
  type RunningHub,
} from "./config.ts";
export type { AuditFault, AuditVerdict } from "./core/audit-verifier.ts";
export { type HubSurroundings, startHub } from "./hub.ts";
export type { MigrationReport } from "./migrate-data.ts";
export { PortTakenError } from "./port-taken.ts";
export { BackupError, type BackupFault } from "./ports/backup-file.ts";
export { StoreError } from "./ports/store-error.ts";
export { MasterKeyLostError } from "./start-key.ts";
