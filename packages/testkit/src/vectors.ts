/** One vector: bytes, and what they must become or why they must be refused. */
export type Vector = {
  readonly name: string;
  /** Name of the layout; `frame` is a whole frame. */ readonly layout: string;
  readonly clause: string;
  /** Ids of the requirements that it shows (specs/requirements). */ readonly requirements?: readonly string[];
  /** `acceptable`: the value is what this project gives; refusing the bytes is right as well. */
  readonly result?: "acceptable";
  readonly hex: string;
  readonly direction: "up" | "down";
  /** Hex of the frame that it answers, for polled protocols. */ readonly request?: string;
  /** Named dialect of the protocol; absent: the document to the letter. A file's `dialect` is that of all its vectors. */
  readonly dialect?: string;
  /** What it decodes to; bytes are hex strings. */ readonly value?: unknown;
  /** Model events of a frame. */ readonly normalised?: unknown;
  readonly error?: { readonly code: string; readonly offset: number; readonly path: string };
  /** Where it comes from or what to know about it. */ readonly notes?: string;
};
/** A file of vectors: the protocol and its cases, frames that are read and frames that are refused. */
export type VectorFile = { readonly protocol: string; readonly vectors: readonly Vector[] };

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads a vector file (specs/vectors).
 *
 * @param text - the file's JSON
 * @throws TypeError that names the vector and the member that is wrong
 */
export const parseVectors = (text: string): VectorFile => {
  const file: unknown = JSON.parse(text);
  if (!isObject(file) || typeof file.protocol !== "string" || !Array.isArray(file.vectors))
    throw new TypeError("a vector file has `protocol` and `vectors`");
  if (file.count !== file.vectors.length)
    throw new TypeError(`count says ${String(file.count)}, there are ${file.vectors.length} vectors`);
  const { dialect } = file;
  if (dialect !== undefined && typeof dialect !== "string") throw new TypeError("`dialect` is the name of a dialect");
  const names = new Set<string>();
  const vectors = file.vectors.map((one: unknown, index): Vector => {
    const vector = { ...(dialect === undefined ? {} : { dialect }), ...vectorOf(one, index) };
    if (names.has(vector.name)) throw new TypeError(`vectors[${index}]: the name "${vector.name}" is taken`);
    names.add(vector.name);
    return vector;
  });
  return { protocol: file.protocol, vectors };
};

const vectorOf = (one: unknown, index: number): Vector => {
  const wrong = (member: string): never => {
    const name = isObject(one) && typeof one.name === "string" ? ` "${one.name}"` : "";
    throw new TypeError(`vectors[${index}]${name}: ${member} is wrong or missing`);
  };
  if (!isObject(one)) return wrong("the vector");
  const text = (member: string): string => {
    const value = one[member];
    return typeof value === "string" && value !== "" ? value : wrong(member);
  };
  const direction = one.direction ?? "up";
  if (direction !== "up" && direction !== "down") return wrong("direction");
  const hex = one.hex;
  if (typeof hex !== "string" || !/^([0-9a-f]{2})*$/.test(hex)) return wrong("hex");
  if ("request" in one && (typeof one.request !== "string" || !/^([0-9a-f]{2})+$/.test(one.request)))
    return wrong("request");
  if ("dialect" in one && typeof one.dialect !== "string") return wrong("dialect");
  const { requirements } = one;
  if (
    requirements !== undefined &&
    !(Array.isArray(requirements) && requirements.every((id) => typeof id === "string"))
  )
    return wrong("requirements");
  if ("result" in one && one.result !== "acceptable") return wrong("result");
  if ("value" in one === "error" in one) return wrong("value or error: exactly one of them");
  const { error } = one;
  if (
    error !== undefined &&
    !(
      isObject(error) &&
      typeof error.code === "string" &&
      Number.isInteger(error.offset) &&
      typeof error.path === "string"
    )
  )
    return wrong("error");
  return { ...one, name: text("name"), layout: text("layout"), clause: text("clause"), hex, direction } as Vector;
};

/** Bytes of hex without spaces. */
export const hexBytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Hex of bytes, lower case, without spaces. */
export const hexText = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** A decoded value as vectors have it: bytes are hex strings. */
export const vectorValue = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, member: unknown) => (member instanceof Uint8Array ? hexText(member) : member)) ?? "null",
  );
