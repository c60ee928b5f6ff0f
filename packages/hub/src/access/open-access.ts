import type { AccessEngine } from "../ports/access-engine.ts";
import type { Machines } from "../ports/machines.ts";
import type { AccessDeps } from "./access-deps.ts";
import { createClients } from "./clients.ts";
import { createDeviceKeys } from "./device-keys.ts";
import { createDisplays } from "./displays.ts";
import { createEnrolment } from "./enrolment.ts";
import { createFirstSteps } from "./first-steps.ts";
import { createKeys } from "./keys.ts";
import { createPasskeys, type PasskeyHome } from "./passkeys.ts";
import { createPeople } from "./people.ts";
import { createPersonalData } from "./personal-data.ts";
import { createSecurityPolicies } from "./security-policy.ts";
import { createSessions } from "./sessions.ts";
import { createSignIn } from "./sign-in.ts";

/** Puts the parts of the access engine together. */
export const createAccess = (
  deps: AccessDeps,
  home: PasskeyHome,
): { readonly engine: AccessEngine; readonly machines: Machines } => {
  const sessions = createSessions(deps);
  const signIn = createSignIn(deps, sessions);
  const keys = createKeys(deps);
  const people = createPeople(deps);
  return {
    machines: { keys, clients: createClients(deps), devices: createDeviceKeys(deps) },
    engine: {
      sessions,
      signIn,
      enrolment: createEnrolment(deps, signIn),
      people,
      personalData: createPersonalData(deps, people),
      displays: createDisplays(deps),
      security: createSecurityPolicies(deps),
      passkeys: createPasskeys(deps, home, signIn),
      firstSteps: createFirstSteps(deps, sessions, keys),
    },
  };
};
