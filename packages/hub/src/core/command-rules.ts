/** Commands that harm when they are wrong: the unit's name is typed, and a second person approves where that is set. */
const dangerous: readonly string[] = ["reset", "openBreaker", "closeBreaker"];
/** SEC-DEV-14: what a device of trust level T0 may be asked without the tenant's written word. */
const harmless: readonly string[] = ["read", "syncClock", "dutyCheck"];

export const isDangerousCommand = (action: string): boolean => dangerous.includes(action);

/** Whether a command may go to a device whose connection proves this much (SEC-DEV-14). */
export const isCommandAllowed = (action: string, trust: string, isT0Allowed: boolean): boolean =>
  trust !== "T0" || isT0Allowed || harmless.includes(action);
