import { actorNamed } from "../core/record-actor.ts";
import type { Caller } from "../ports/caller.ts";
import type { RecordActor } from "../ports/records.ts";

/** Who changes a record, for its history: a person by an account, anything else by a key or client. */
export const actorOf = (caller: Caller | null): RecordActor => {
  if (caller === null) throw new TypeError("a change of a record has a caller");
  return actorNamed(caller.actor, caller.name);
};
