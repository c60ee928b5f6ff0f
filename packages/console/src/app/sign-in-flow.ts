import type { SignInStep, TotpOffer } from "../api/people-api.ts";

/** What the sign-in page asks for now. */
export type Scene =
  | { readonly kind: "person" | "setup" | "invitation" | "key" }
  | {
      readonly kind: "factor";
      readonly ticket: string;
      readonly methods: readonly string[];
      readonly isRecovery: boolean;
    }
  | { readonly kind: "enrol"; readonly ticket: string; readonly offer: TotpOffer | null }
  | { readonly kind: "newPassword"; readonly ticket: string }
  /** Signed in; the codes are shown this once. */
  | { readonly kind: "codes"; readonly codes: readonly string[] };

/** The scene of the hub's next step (SEC-USR-04): a password alone never signs in. */
export const sceneOf = ({ step, ticket, methods }: SignInStep): Scene => {
  switch (step) {
    case "secondFactor":
      return { kind: "factor", ticket, methods, isRecovery: !methods.includes("totp") };
    case "enrolFactor":
      return { kind: "enrol", ticket, offer: null };
    case "changePassword":
      return { kind: "newPassword", ticket };
  }
};

/** Six digits of an authenticator, however they were typed or pasted; null when they are none. */
export const digitsOf = (typed: string): string | null => {
  const digits = typed.replace(/[\s-]/g, "").normalize("NFKC");
  return /^[0-9]{6}$/.test(digits) ? digits : null;
};

/** A base32 secret in groups of four, to be read and typed. */
export const groupsOf = (secret: string): string => secret.replace(/(.{4})(?=.)/g, "$1 ");
