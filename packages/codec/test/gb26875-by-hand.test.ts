import { hexBytes, hexText, sameValue } from "@dianan/testkit";
import { expect, test } from "vitest";
import { gb26875 } from "../src/index.ts";
import { type ByHand, decodeByHand } from "./gb26875-by-hand.ts";
import { nextInput, pickFrom, typesOfInputs } from "./gb26875-inputs.ts";
import { vectorsOf } from "./protocol-laws.ts";

/** Empty when both say the same of these bytes: value, or code, place and path of the first thing that is wrong. */
const disagreement = (bytes: Uint8Array, theirs: ByHand = decodeByHand(bytes)): string => {
  const ours = gb26875.decodeFrame(bytes);
  const agree = ours.ok
    ? theirs.ok && sameValue(ours.value, theirs.value)
    : !theirs.ok &&
      ours.error.code === theirs.code &&
      ours.error.offset === theirs.offset &&
      ours.error.path === theirs.path;
  return agree ? "" : `${hexText(bytes)}\n ours ${JSON.stringify(ours)}\n by hand ${JSON.stringify(theirs)}`;
};

const inputs = Number(process.env.DIANAN_FUZZ_INPUTS ?? 100_000);

test("GB/T 26875.3-2011: the tables and a decoder written by hand agree", { timeout: 60_000 + inputs }, () => {
  const pick = pickFrom(26_875);
  const decoded = new Map<number, number>();
  const refused = new Map<string, number>();
  const odd: string[] = [];
  for (let done = 0; done < inputs; done += 1) {
    const bytes = nextInput(pick);
    const theirs = decodeByHand(bytes);
    const found = disagreement(bytes, theirs);
    if (found !== "" && odd.push(found) === 3) break;
    if (theirs.ok) decoded.set(bytes[27] ?? 0, (decoded.get(bytes[27] ?? 0) ?? 0) + 1);
    else refused.set(theirs.code, (refused.get(theirs.code) ?? 0) + 1);
  }
  expect(odd).toEqual([]);
  const total = [...decoded.values()].reduce((sum, count) => sum + count, 0);
  console.log(`gb26875 by hand: ${inputs} inputs, ${total} decoded, refused ${JSON.stringify([...refused])}`);
  // The inputs are what they claim to be: every type, most of them sound, every kind of refusal.
  for (const type of typesOfInputs) expect(decoded.get(type) ?? 0, `type ${type}`).toBeGreaterThan(inputs / 200);
  expect(total).toBeGreaterThan(inputs / 2);
  for (const code of ["truncated", "bad-magic", "bad-length", "bad-checksum", "bad-value"])
    expect(refused.get(code) ?? 0, code).toBeGreaterThan(inputs / 200);
});

test("both agree on every vector of the standard", () => {
  const hex = vectorsOf("gb26875").flatMap((vector) => (vector.dialect === undefined ? [vector.hex] : []));
  expect(hex.length).toBeGreaterThan(60);
  expect(hex.map((one) => disagreement(hexBytes(one))).filter((found) => found !== "")).toEqual([]);
});
