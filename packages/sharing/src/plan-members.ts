import { recordWords } from "./generated/members.ts";
import type { RecordKind } from "./kinds.ts";

type Member = { readonly clause: string };

/** Members of a kind that the plan's own tables name (SH-1 to SH-5), in their order; the others were added to them (SH-6). */
export const planMembers = (kind: RecordKind): readonly string[] =>
  Object.entries(recordWords[kind].members as { readonly [name: string]: Member }).flatMap(([name, { clause }]) =>
    clause === recordWords[kind].clause ? [name] : [],
  );
