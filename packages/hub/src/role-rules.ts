import { operations, type RoleId, roles } from "@dianan/open-api/tables";
import type { RoleRules } from "./access/access-deps.ts";

const rows: readonly {
  readonly id: string;
  readonly isAdministrator: boolean;
  readonly grantedBy: readonly string[];
}[] = roles;
const row = (role: string) => rows.find(({ id }) => id === role);

/** What specs/access says of roles. */
export const roleRules: RoleRules = {
  has: (role) => row(role) !== undefined,
  isAdministrator: (role) => row(role)?.isAdministrator ?? false,
  mayGrant: (granter, role) => row(role)?.grantedBy.includes(granter) ?? false,
};

const readers: readonly RoleId[] = operations.find(({ id }) => id === "downloadReport")?.roles ?? [];
/** Whether a role may read reports: only then one is sent to an account that has it. */
export const mayReadReports = (role: string): boolean => readers.includes(role as RoleId);
