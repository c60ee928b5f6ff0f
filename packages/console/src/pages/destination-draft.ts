import type { components } from "@dianan/open-api";
import type { Get } from "../parts/ask-fields.ts";
import { linesOf, membersOf } from "./draft-parts.ts";

type Schemas = components["schemas"];
export type DestinationDraft = Schemas["DestinationDraft"];
type Kind = DestinationDraft["kinds"][number];

export const destinationKinds = ["operator", "unit", "device", "component", "alarm"] as const satisfies readonly Kind[];

/** Members of a fire centre that are numbers, with what they may be and what they are unless said otherwise. */
export const centreNumbers = [
  { name: "sourceAddress", least: 0, most: 281_474_976_710_655, usual: "" },
  { name: "centreAddress", least: 0, most: 281_474_976_710_655, usual: "0" },
  { name: "systemType", least: 0, most: 255, usual: "1" },
  { name: "systemAddress", least: 0, most: 255, usual: "1" },
  { name: "heartbeatSeconds", least: 0, most: 600, usual: "30" },
  { name: "answerSeconds", least: 1, most: 10, usual: "10" },
  { name: "resends", least: 0, most: 10, usual: "3" },
] as const;

/** Headers as people write them, a line each; null: a line is none. */
export const headersOf = (text: string): { readonly [name: string]: string } | null => {
  const pairs = linesOf(text).map((line) => /^([A-Za-z0-9-]+)\s*:\s*(\S.*)$/.exec(line));
  if (pairs.some((pair) => pair === null)) return null;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", pair?.[2] ?? ""]));
};

const rateOf = (get: Get): Schemas["SharingRate"] | null => {
  const [pushes, records] = [get("pushesPerSecond"), get("recordsPerSecond")];
  if (pushes === "" && records === "") return null;
  return {
    ...(pushes === "" ? {} : { pushesPerSecond: Number(pushes) }),
    ...(records === "" ? {} : { recordsPerSecond: Number(records) }),
  };
};

const centreOf = (get: Get): Schemas["FireCentre"] => ({
  ...{ sourceAddress: Number(get("sourceAddress")), centreAddress: Number(get("centreAddress")) },
  ...{ systemType: Number(get("systemType")), systemAddress: Number(get("systemAddress")) },
  ...{ heartbeatSeconds: Number(get("heartbeatSeconds")), answerSeconds: Number(get("answerSeconds")) },
  ...{ resends: Number(get("resends")), unitIds: [...linesOf(get("unitIds"))] },
});

const mappingOf = (get: Get): Schemas["SharingMapping"] | null => {
  if (get("expression") === "") return null;
  const parameters = membersOf(get("parameters"));
  return {
    expression: get("expression"),
    ...(parameters === null ? {} : { parameters: parameters as Record<string, never> }),
    ...(get("path") === "" ? {} : { path: get("path") }),
  };
};

/** What is wrong before it is sent: the path of the member; null: nothing. */
export const destinationFault = (get: Get): "/kinds" | "/headers" | "/mapping/parameters" | null => {
  if (destinationKinds.every((kind) => get(`kind-${kind}`) !== "yes")) return "/kinds";
  if (headersOf(get("headers")) === null) return "/headers";
  const isParametersBad = get("parameters") !== "" && membersOf(get("parameters")) === null;
  return get("form") === "dianan" && get("expression") !== "" && isParametersBad ? "/mapping/parameters" : null;
};

/** The destination (发送目标) that a form describes; credentials only where they were typed, for they are never shown. */
export const destinationDraft = (get: Get): DestinationDraft => {
  const isCentre = get("form") === "gb26875";
  const headers = headersOf(get("headers")) ?? {};
  return {
    ...{ name: get("name"), url: get("url"), form: get("form") as DestinationDraft["form"] },
    kinds: destinationKinds.filter((kind) => get(`kind-${kind}`) === "yes"),
    ...{ coordinateSystem: get("coordinate"), periodSeconds: Number(get("period")) },
    personalData: get("personal") as DestinationDraft["personalData"],
    ...(get("agreement") === "" ? {} : { agreement: get("agreement") }),
    ...(isCentre ? { centre: centreOf(get) } : { rate: rateOf(get), mapping: mappingOf(get) }),
    ...(get("secret") === "" ? {} : { secret: get("secret") }),
    ...(get("dropHeaders") === "yes" || Object.keys(headers).length > 0 ? { headers } : {}),
  };
};
