import type { Case, Finding } from "../case.ts";
import type { AdapterInfo } from "../messages.ts";
import type { Target, Words } from "../requirement.ts";
import { type Claims, featuresOf } from "./claims.ts";

/** Claims, and what the implementation says of itself. */
export type ClaimSeat = { readonly claims: Claims; readonly who: AdapterInfo };

const wrong = (claims: Claims, expected: string, got: string): Finding => ({
  ...{ code: "false-claim", expected, got, input: [{ claims }] },
});

const make = (
  target: Target,
  name: string,
  title: Words,
  run: (seat: ClaimSeat) => Finding | null,
): Case<ClaimSeat> => ({
  ...{ id: `KIT/${target}/${name}`, target, requirements: ["KIT-CLAIM-01"], polarity: "negative", asks: "core" },
  ...{ title, needs: [], kind: "vector" },
  run: ({ seat }) => Promise.resolve(run(seat)),
});

/** What a run says against the claims of a target is a failure of its own. */
export const claimCases = (target: Target): readonly Case<ClaimSeat>[] => [
  make(
    target,
    "features",
    { zh: "声明的功能被测对象都有", en: "every feature that is claimed is there" },
    ({ claims, who }) => {
      const lacking = featuresOf(claims).filter((one) => !who.features.includes(one));
      return lacking.length === 0 ? null : wrong(claims, lacking.join(", "), who.features.join(", "));
    },
  ),
  ...(target === "codec"
    ? [
        make(
          target,
          "name",
          { zh: "声明的名称和版本是被测对象的", en: "name and version are those of the implementation" },
          ({ claims, who }) => {
            const { name, version } = claims.implementation;
            return name === who.name && version === who.version
              ? null
              : wrong(claims, `${name} ${version}`, `${who.name} ${who.version}`);
          },
        ),
      ]
    : []),
];
