/** Text in both languages. */
export type Message = { readonly zh: string; readonly en: string };

/** Why a profile was refused. Codes are public: one may be added in a minor release, none changed. */
export type ProfileErrorCode =
  | "missing"
  | "unknown-member"
  | "wrong-type"
  | "bad-value"
  | "bad-format"
  | "out-of-range"
  | "wrong-size"
  /** Refers to something that the profile or the protocol does not have. */
  | "no-such"
  /** Two members cannot both be meant, or neither is there. */
  | "contradiction"
  /** Nothing in the vectors proves it. */
  | "untested"
  /** A value for a command's slot does not fit. */
  | "bad-slot";

/** One finding about a profile, or about a command that was asked of it. */
export type ProfileError = {
  readonly code: ProfileErrorCode;
  /** JSON pointer (RFC 6901) to the member, present or missing; empty for the profile itself. */ readonly path: string;
  /** What is wrong and what to do. */ readonly message: Message;
};

/** One step of a JSON pointer. */
export const pointerStep = (name: string | number): string =>
  `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Makes a finding. */
export const finding = (code: ProfileErrorCode, path: string, zh: string, en: string): ProfileError => ({
  code,
  path,
  message: { zh, en },
});
