import type { PasswordPolicy } from "./password-policy.ts";

/** Rules for the people of a tenant (密码与会话策略), SEC-USR-02, -06, -10, -12. */
export type SecurityRules = {
  readonly policy: PasswordPolicy;
  /** A session ends after that long without use. */ readonly idleMinutes: number;
  readonly administratorIdleMinutes: number;
  /** A session ends after that long in any case; at most {@link ABSOLUTE_HOURS_MAX}. */ readonly absoluteHours: number;
  /** Ranges from which administrators may come; none: from anywhere. */ readonly adminAddresses: readonly string[];
  /** An account that nobody used for so long is disabled. */ readonly unusedDays: number;
};

/** Longest session that may be set. */
export const ABSOLUTE_HOURS_MAX = 24;

/** The rules until somebody sets others. */
export const defaultRules = (policy: PasswordPolicy): SecurityRules => ({
  policy,
  idleMinutes: 30,
  administratorIdleMinutes: 15,
  absoluteHours: 12,
  adminAddresses: [],
  unusedDays: 90,
});
