import type { components } from "@dianan/open-api";
import type { Get } from "../parts/ask-fields.ts";
import { linesOf, membersOf, scalarsOf } from "./draft-parts.ts";

type Schemas = components["schemas"];
export type Receiver = Schemas["Receiver"];
type Draft = Schemas["ReceiverDraft"];
type Payload = Schemas["ReceiverPayload"];
type Switches = Schemas["ReceiverSwitches"];

/** Secrets (密钥) of each platform; `headerValue` is any platform's. */
export const secretNames = {
  ctwing: ["appKey", "appSecret", "masterKey"],
  onenet: ["token", "aesKey"],
  onenetLegacy: ["token", "aesKey"],
  iotda: [],
  mapping: ["bearerToken", "hmacKey", "webhookSecret"],
} as const;
export type SecretName = (typeof secretNames)[keyof typeof secretNames][number] | "headerValue";
export const everySecret = [
  ...(["token", "aesKey", "appKey", "appSecret", "masterKey", "headerValue"] as const),
  ...(["bearerToken", "hmacKey", "webhookSecret"] as const),
] satisfies readonly SecretName[];

const has = (names: readonly string[], name: string): boolean => names.includes(name);
/** Whether the platform takes the secret. */
export const takesSecret = (platform: string, name: SecretName): boolean =>
  name === "headerValue" || has(secretNames[platform as keyof typeof secretNames] ?? [], name);

const text = (get: Get, name: string): { readonly [name: string]: string } =>
  get(name) === "" ? {} : { [name]: get(name) };

/** Rows of the form that say something: those whose member is filled in. */
export const filledRows = (get: Get, prefix: "reading" | "condition", count: number): readonly number[] =>
  Array.from({ length: count }, (_, row) => row).filter((row) => get(`${prefix}${row}.member`) !== "");

export type RowCounts = { readonly readings: number; readonly conditions: number };

const payloadOf = (get: Get, counts: RowCounts): Payload => {
  if (get("platform") === "mapping") {
    const parameters = membersOf(get("parameters"));
    const headers = linesOf(get("headers"));
    return {
      ...{ kind: "mapping", ...text(get, "preset"), ...text(get, "expression") },
      ...(get("parameters") === "" || parameters === null ? {} : { parameters: parameters as Record<string, never> }),
      ...(headers.length === 0 ? {} : { headers: [...headers] }),
    };
  }
  if (get("kind") === "frames")
    return {
      ...{ kind: "frames", protocol: get("protocol"), member: get("member") },
      encoding: get("encoding") as NonNullable<Payload["encoding"]>,
    };
  return {
    kind: "members",
    readings: filledRows(get, "reading", counts.readings).map((row) => ({
      ...{ member: get(`reading${row}.member`), quantity: get(`reading${row}.quantity`) },
      ...(get(`reading${row}.component`) === "" ? {} : { component: get(`reading${row}.component`) }),
      ...(get(`reading${row}.factor`) === "" ? {} : { factor: Number(get(`reading${row}.factor`)) }),
    })),
    conditions: filledRows(get, "condition", counts.conditions).map((row) => ({
      ...{ member: get(`condition${row}.member`), type: get(`condition${row}.type`) },
      raisedBy: [...scalarsOf(get(`condition${row}.raisedBy`))],
      ...(get(`condition${row}.component`) === "" ? {} : { component: get(`condition${row}.component`) }),
    })),
  };
};

const switchNames: { readonly [platform: string]: readonly (keyof Switches)[] } = {
  onenet: ["header", "aesIv"],
  mapping: ["header", "hmacHeader", "hmacAlgorithm", "hmacEncoding", "hmacPrefix", "idHeader", "idMember"],
};
/** Switches that a platform has. */
export const switchesOf = (platform: string): readonly (keyof Switches)[] => switchNames[platform] ?? ["header"];

/** Whether commands go down: of CTWing's frames, where they are asked for. */
export const hasCommands = (get: Get): boolean =>
  get("platform") === "ctwing" && get("kind") === "frames" && get("commands") === "yes";

const commandsOf = (get: Get): Schemas["ReceiverCommands"] | null =>
  hasCommands(get)
    ? {
        url: get("commandUrl"),
        ...(get("commandPath") === "" ? {} : { path: get("commandPath") }),
        ...(get("commandVersion") === "" ? {} : { version: get("commandVersion") }),
        ...(get("content") === "" ? {} : { content: get("content") as "payload" }),
        ...(get("ttlSeconds") === "" ? {} : { ttlSeconds: Number(get("ttlSeconds")) }),
        confirms: get("confirms") === "yes",
      }
    : null;

/** The receiver (推送接入) that a form describes, without its secrets. */
export const receiverDraft = (get: Get, counts: RowCounts): Omit<Draft, "secrets"> => ({
  ...{ name: get("name"), platform: get("platform") as Draft["platform"], payload: payloadOf(get, counts) },
  ...(get("platform") === "mapping" ? {} : { deviceKey: get("deviceKey") as NonNullable<Draft["deviceKey"]> }),
  ...{ sources: [...linesOf(get("sources"))], isEnabled: get("isEnabled") === "yes", commands: commandsOf(get) },
  switches: Object.assign({}, ...switchesOf(get("platform")).map((name) => text(get, name))) as Switches,
});

/** Secrets that were typed, and null for each that is to go; what stays as it is is not named. */
export const secretsOf = (get: Get): { readonly [N in SecretName]?: string | null } =>
  Object.fromEntries(
    everySecret.flatMap((name): readonly (readonly [string, string | null])[] => {
      if (get(`drop-${name}`) === "yes") return [[name, null]];
      return takesSecret(get("platform"), name) && get(`secret-${name}`) !== "" ? [[name, get(`secret-${name}`)]] : [];
    }),
  );

/** What is wrong before it is sent: the path of the member; null: nothing. */
export const receiverFault = (get: Get): "/payload/parameters" | null =>
  get("platform") === "mapping" && get("parameters") !== "" && membersOf(get("parameters")) === null
    ? "/payload/parameters"
    : null;
