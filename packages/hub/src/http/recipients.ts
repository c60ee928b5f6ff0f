import type { Ask, HttpDeps } from "./http-deps.ts";
import { invalid, type Problem } from "./problem.ts";

/** The first account or contact of a body that there is not, by the member that names it; null: all of them are there. */
export const strangerIn = async (
  { access, notifications }: Pick<HttpDeps, "access" | "notifications">,
  { view }: Pick<Ask, "view">,
  named: {
    readonly accountIds?: readonly string[];
    readonly recipients?: readonly string[];
    readonly contactIds?: readonly string[];
  },
): Promise<Problem | null> => {
  for (const member of ["accountIds", "recipients"] as const)
    for (const [n, id] of (named[member] ?? []).entries())
      if ((await access.people.find(view.tenant, id)) === null)
        return invalid(`/${member}/${n}`, "There is no such account.", "没有此账号。");
  for (const [n, id] of (named.contactIds ?? []).entries())
    if ((await notifications.contacts.find(view.tenant, id)) === null)
      return invalid(`/contactIds/${n}`, "There is no such contact.", "没有此通知联系人。");
  return null;
};
