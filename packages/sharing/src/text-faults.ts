/** Objects and arrays may lie this deep inside each other, the record itself counted (SEC-API-06). */
export const DEPTH_MAX = 32;

/** Something that no JSON Schema keyword says about a value or a member's name. `path` is a JSON pointer. */
export type TextFault = { readonly code: "bad-text" | "too-deep"; readonly path: string };

/** One step of a JSON pointer (RFC 6901). */
export const pointerStep = (name: string): string => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** With the `u` flag a pair of surrogates is one character, so this finds lone ones only. */
const loneSurrogate = /\p{Surrogate}/u;

const isBadText = (text: string): boolean => text.includes("\u0000") || loneSurrogate.test(text);

/**
 * Finds text that databases refuse or change: U+0000 and lone surrogates, in values and in names of members, unknown
 * members included, because they are stored too (SH-6). Walks without recursion: depth cannot exhaust the stack.
 *
 * @returns faults in the order of the document; a value below {@link DEPTH_MAX} is reported and not entered
 */
export const textFaults = (data: unknown): readonly TextFault[] => {
  const faults: TextFault[] = [];
  const open: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [
    { value: data, path: "", depth: 1 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value === "string" && isBadText(value)) faults.push({ code: "bad-text", path });
    if (typeof value !== "object" || value === null) continue;
    if (depth > DEPTH_MAX) {
      faults.push({ code: "too-deep", path });
      continue;
    }
    const entries = Object.entries(value).map(([name, inner]) => ({
      name,
      value: inner,
      path: path + pointerStep(name),
      depth: depth + 1,
    }));
    // A name with such text cannot be repaired in its pointer: the object that holds it is named.
    if (entries.some(({ name }) => isBadText(name))) faults.push({ code: "bad-text", path });
    for (const entry of entries.reverse()) open.push(entry);
  }
  return faults;
};
