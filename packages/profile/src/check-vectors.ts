import type { Profile, Vector } from "./generated/types.ts";
import { finding, type ProfileError, pointerStep } from "./profile-error.ts";

/** What a vector proves. */
export type VectorKind = "events" | "error" | "command" | "refused";

/** What a vector is meant to prove; null when its members do not say so. */
export const kindOf = ({ hex, events, error, command, refused }: Vector): VectorKind | null => {
  if (command !== undefined) {
    if (events !== undefined || error !== undefined) return null;
    return hex === undefined ? (refused === undefined ? null : "refused") : refused === undefined ? "command" : null;
  }
  if (hex === undefined || refused !== undefined) return null;
  if (events !== undefined) return error === undefined ? "events" : null;
  return error === undefined ? null : "error";
};

/** Findings about the vectors of a profile that the schema cannot tell. */
export const checkVectors = ({ vectors, commands = {} }: Profile): readonly ProfileError[] => {
  const errors: ProfileError[] = [];
  for (const [i, vector] of vectors.entries()) {
    const path = `/vectors/${i}`;
    if (vectors.findIndex(({ name }) => name === vector.name) < i)
      errors.push(
        finding(
          "contradiction",
          `${path}/name`,
          `名称「${vector.name}」用过了。`,
          `The name "${vector.name}" is taken.`,
        ),
      );
    if (kindOf(vector) === null)
      errors.push(
        finding(
          "contradiction",
          path,
          "向量要是四种之一:hex+events、hex+error、command+hex、command+refused。",
          "A vector is one of four: hex with events, hex with error, command with hex, command with refused.",
        ),
      );
    if (vector.command !== undefined && !Object.hasOwn(commands, vector.command))
      errors.push(
        finding(
          "no-such",
          `${path}/command`,
          `commands 里没有 ${vector.command}。`,
          `commands has no ${vector.command}.`,
        ),
      );
  }
  const kinds = vectors.map(kindOf);
  if (!kinds.includes("events"))
    errors.push(
      finding("untested", "/vectors", "至少要一个 hex 加 events 的向量。", "At least one vector needs hex and events."),
    );
  if (!kinds.includes("error"))
    errors.push(
      finding(
        "untested",
        "/vectors",
        "至少要一个应被拒绝的向量:hex 加 error,例如改坏校验的一帧。",
        "At least one vector must be refused: hex with error, such as a frame with a wrong check value.",
      ),
    );
  for (const key of Object.keys(commands))
    if (!vectors.some((vector) => vector.command === key && kindOf(vector) === "command"))
      errors.push(
        finding(
          "untested",
          `/commands${pointerStep(key)}`,
          `没有向量证明命令 ${key} 的字节。请加一个 command 加 hex 的向量。`,
          `No vector proves the bytes of ${key}. Add one with command and hex.`,
        ),
      );
  return errors;
};
