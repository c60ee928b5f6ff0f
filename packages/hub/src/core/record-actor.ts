/**
 * Who changes something, as records and answers show it (操作者): a person by an account, the hub itself, anything else by a key or client.
 *
 * @param actor - as in the audit log, such as `account:7f…`
 */
export const actorNamed = (
  actor: string,
  name: string,
): { readonly kind: "person" | "machine" | "system"; readonly id: string | null; readonly name: string } => {
  const [kind = "", ...id] = actor.split(":");
  if (id.length === 0) return { kind: "system", id: null, name };
  return { kind: kind === "account" ? "person" : "machine", id: id.join(":"), name };
};
