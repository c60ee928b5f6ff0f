/** A text in the two languages of every report. */
export type Words = { readonly zh: string; readonly en: string };

/** What is put to the test. */
export const targets = ["codec", "device", "platform", "share"] as const;
export type Target = (typeof targets)[number];

/** `positive`: something right must be taken; `negative`: something wrong must be refused. */
export type Polarity = "positive" | "negative";

/** One normative sentence (条款要求). An id is never used again for another. */
export type Requirement = {
  readonly id: string;
  readonly clause: string;
  /** MUST 应, SHOULD 宜; OURS: added by this project, which says why. */ readonly level: "MUST" | "SHOULD" | "OURS";
  readonly applies: readonly Target[];
  /** Kinds of cases that it needs. */ readonly polarity: readonly Polarity[];
  readonly text: Words;
  /** Rows of the plan that it makes true, such as `SH-1`. */ readonly realises?: readonly string[];
  /** Why nothing tests it. Absent: something does. */ readonly whyNot?: Words;
  /** Of `OURS`: why it is asked for. */ readonly reason?: Words;
};

/** Requirements of one document, and the protocol that it describes. */
export type RequirementFile = {
  readonly document: string;
  /** Short name in adapters and ids, such as `F3`. */ readonly prefix: string;
  readonly protocol: string;
  readonly title: Words;
  readonly requirements: readonly Requirement[];
};

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isWords = (value: unknown): value is Words =>
  isObject(value) && [value.zh, value.en].every((text) => typeof text === "string" && text !== "");
const isListOf = (names: readonly string[], value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => names.includes(one as string));

/**
 * Reads a file of requirements (specs/requirements).
 *
 * @throws TypeError that names the requirement and the member that is wrong
 */
export const parseRequirements = (text: string): RequirementFile => {
  const file: unknown = JSON.parse(text);
  if (!isObject(file) || !Array.isArray(file.requirements)) throw new TypeError("`requirements` is missing");
  for (const member of ["document", "prefix", "protocol"])
    if (typeof file[member] !== "string") throw new TypeError(`\`${member}\` is missing`);
  if (!isWords(file.title)) throw new TypeError("`title` has `zh` and `en`");
  if (file.count !== file.requirements.length)
    throw new TypeError(`count says ${String(file.count)}, there are ${file.requirements.length} requirements`);
  const ids = new Set<string>();
  for (const [index, one] of file.requirements.entries() as ArrayIterator<[number, unknown]>) {
    const wrong = (member: string): never => {
      throw new TypeError(
        `requirements[${index}] ${isObject(one) ? String(one.id) : ""}: ${member} is wrong or missing`,
      );
    };
    if (!isObject(one)) return wrong("the requirement");
    if (typeof one.id !== "string" || !/^[A-Z0-9]+(-[A-Z0-9.]+)+$/.test(one.id)) return wrong("id");
    if (ids.has(one.id)) return wrong("id, which is taken,");
    ids.add(one.id);
    if (typeof one.clause !== "string" || one.clause === "") wrong("clause");
    if (!isListOf(["MUST", "SHOULD", "OURS"], [one.level])) wrong("level");
    if (!isListOf(targets, one.applies)) wrong("applies");
    if (!isListOf(["positive", "negative"], one.polarity)) wrong("polarity");
    if (!isWords(one.text)) wrong("text");
    const { realises = ["SH-1"] } = one;
    if (!Array.isArray(realises) || !realises.every((row) => /^[A-Z]+-[0-9N.]+$/.test(String(row)))) wrong("realises");
    for (const member of ["whyNot", "reason"]) if (member in one && !isWords(one[member])) wrong(member);
    if (one.level === "OURS" && !isWords(one.reason)) wrong("reason");
  }
  return file as RequirementFile;
};
