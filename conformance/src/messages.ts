/** Version of the adapter protocol: one JSON object per line, UTF-8, bytes as lower-case hex. */
export const PROTOCOL_VERSION = 1;

/** Which frames are spoken of: the document, who sends them, and the dialect (only adapters with the feature `dialects` are asked). */
export type Speech = { readonly spec: string; readonly direction: "up" | "down"; readonly dialect?: string };

/** What is asked of a codec. */
export type CodecRequest =
  /** Exactly one frame, or what should be one. */
  | ({ readonly op: "decode"; readonly hex: string } & Speech)
  | ({ readonly op: "encode"; readonly value: unknown } & Speech)
  /** A stream begins; only adapters with the feature `stream` are asked. */
  | ({ readonly op: "open" } & Speech)
  /** Bytes of the stream as they came in. */
  | { readonly op: "feed"; readonly hex: string }
  | { readonly op: "close" };

/** What the runner writes to an adapter's standard input. */
export type Request =
  | { readonly op: "hello"; readonly proto: number }
  | (CodecRequest & { readonly id: number })
  | { readonly op: "stop" };

/** What an adapter answers with: one JSON object, not yet checked beyond that. */
export type Reply = { readonly [member: string]: unknown };

/** Who an adapter says it is. */
export type AdapterInfo = {
  readonly name: string;
  readonly version: string;
  readonly lang: string;
  /** What it has: `encode`, `stream`, `dialects` or single ones as `dialect/name`; what is not here is not asked for. */ readonly features: readonly string[];
  /** Documents that it reads and writes; `F3` alone when it does not say. */ readonly specs?: readonly string[];
};

/** The answer to `hello`, or null when it is no proper one. */
export const adapterInfo = (reply: Reply): AdapterInfo | null => {
  const { ok, name, version, lang, features, specs = ["F3"] } = reply;
  const areNames = (value: unknown): value is string[] =>
    Array.isArray(value) && value.every((one) => typeof one === "string");
  const proper =
    ok === true &&
    typeof name === "string" &&
    typeof version === "string" &&
    typeof lang === "string" &&
    areNames(features) &&
    areNames(specs);
  return proper ? { name, version, lang, features, specs } : null;
};
