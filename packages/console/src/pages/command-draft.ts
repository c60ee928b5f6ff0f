import type { components } from "@dianan/open-api";
import type { Get } from "../parts/ask-fields.ts";

type Draft = components["schemas"]["CommandDraft"];
export type CommandAction = Draft["action"];
export type Command = components["schemas"]["Command"];

/** What waits for a person or for the device is not over. */
export const isOver = ({ state }: Pick<Command, "state">): boolean =>
  !["awaitingApproval", "queued", "sent"].includes(state);

/** What can do harm wants the unit's name typed (SEC-DEV-14). */
export const isDangerous = (action: string): boolean => ["reset", "openBreaker", "closeBreaker"].includes(action);

const objectOf = (text: string): { readonly [name: string]: unknown } | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as { [name: string]: unknown })
      : null;
  } catch {
    return null;
  }
};

/** The command (设备命令) that a form describes; null: its parameters are no JSON object. */
export const commandDraft = (get: Get): Draft | null => {
  const action = get("action") as CommandAction;
  const typed = get("parameters");
  const parameters = action === "read" ? { what: get("what") } : typed === "" ? {} : objectOf(typed);
  if (parameters === null) return null;
  return {
    action,
    reason: get("reason"),
    expiresInSeconds: Number(get("expires")),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters: parameters as Record<string, never> }),
    ...(get("component") === "" ? {} : { componentId: get("component") }),
    ...(isDangerous(action) ? { confirmName: get("confirm") } : {}),
  };
};
