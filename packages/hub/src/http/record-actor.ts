import type { Actor } from "../core/actor.ts";
import { actorNamed } from "../core/record-actor.ts";
import type { Caller } from "../ports/caller.ts";
import type { RecordActor } from "../ports/records.ts";
import { actorView } from "./alarm-view.ts";
import type { Ask, HttpDeps } from "./http-deps.ts";

/** Who changes a record, for its history: a person by an account, anything else by a key or client. */
export const actorOf = (caller: Caller | null): RecordActor => {
  if (caller === null) throw new TypeError("a change of a record has a caller");
  return actorNamed(caller.actor, caller.name);
};

/** Who did something, as a caller sees it: a person by the name that the account has now. */
export const shownActor = async (
  { access }: Pick<HttpDeps, "access">,
  { view, caller }: Pick<Ask, "view" | "caller">,
  { actor, name }: Pick<Caller, "actor" | "name">,
): Promise<Actor> => {
  const named = actorNamed(actor, name);
  if (named.kind !== "person" || named.id === null) return named;
  const account = await access.people.find(view.tenant, named.id);
  return actorView({ ...named, name: account?.displayName ?? "" }, caller);
};
