/** Version of the adapter protocol: one JSON object per line, UTF-8, bytes as lower-case hex. */
export const PROTOCOL_VERSION = 1;

/** Ids of the specifications that vectors are for, by the protocol's id in a vector file. */
export const specs: Readonly<Record<string, string>> = { gb26875: "F3" };

/** What the runner writes to an adapter's standard input. */
export type Request =
  | { readonly op: "hello"; readonly proto: number }
  | {
      readonly op: "decode";
      readonly id: number;
      readonly spec: string;
      readonly direction: "up" | "down";
      /** Named dialect of the vector; only adapters with the feature `dialects` are asked. */ readonly dialect?: string;
      /** Exactly one frame, or what should be one. */ readonly hex: string;
    }
  | {
      readonly op: "encode";
      readonly id: number;
      readonly spec: string;
      readonly direction: "up" | "down";
      readonly dialect?: string;
      readonly value: unknown;
    }
  | { readonly op: "stop" };

/** What an adapter answers with: one JSON object, not yet checked beyond that. */
export type Reply = { readonly [member: string]: unknown };

/** Who an adapter says it is. */
export type AdapterInfo = {
  readonly name: string;
  readonly version: string;
  readonly lang: string;
  /** What it has: without `encode` only decoding is asked for, without `dialects` only the standard. */ readonly features: readonly string[];
};

/** The answer to `hello`, or null when it is no proper one. */
export const adapterInfo = (reply: Reply): AdapterInfo | null => {
  const { ok, name, version, lang, features } = reply;
  const proper =
    ok === true &&
    typeof name === "string" &&
    typeof version === "string" &&
    typeof lang === "string" &&
    Array.isArray(features) &&
    features.every((feature) => typeof feature === "string");
  return proper ? { name, version, lang, features } : null;
};
