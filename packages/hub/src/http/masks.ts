import { type RecordKind, unmasked } from "@dianan/sharing";
import type { JsonObject } from "../ports/records.ts";
import { isObject } from "./body.ts";
import type { Finding } from "./problem.ts";

/** What is wrong with masks that are sent as if they were personal data. `path` of each is its member. */
const maskFinding = (member: string): Finding => ({
  path: `/${member.replaceAll("~", "~0").replaceAll("/", "~1")}`,
  code: "masked",
  message: {
    zh: "此处是脱敏后的内容且与已保存的不符;请发送完整内容,或用 PATCH 省略此成员。",
    en: "It is a mask, and not that of what is stored. Send the full value, or leave the member out of a PATCH.",
  },
});

/** A record as it was sent, with what is stored in the place of its masks. */
export type Unmasked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: readonly Finding[] };

/**
 * Puts stored personal data in the place of masks: whoever saw a record masked and sends it back changes no person in it.
 *
 * @param storedOf - body of the record as it is; asked only where the record holds a mask
 */
export const withoutMasks = async (
  kind: RecordKind,
  sent: unknown,
  storedOf: () => Promise<JsonObject | null>,
): Promise<Unmasked> => {
  if (!isObject(sent) || unmasked(kind, sent, null).ok) return { ok: true, value: sent };
  const whole = unmasked(kind, sent, await storedOf());
  return whole.ok ? whole : { ok: false, error: whole.error.map(maskFinding) };
};
