import type { TestHub } from "./http-fixture.ts";
import type { People, Person as Signed } from "./http-people.ts";

type Actor = { readonly kind: string; readonly id: string | null; readonly name: string };

/** Members that tests of alarms look at, of whatever is answered. */
type Shown = {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly path: string }[];
  readonly version: number;
  readonly state: string;
  readonly clearedAt?: string;
  readonly handling: {
    readonly stage: string;
    readonly acknowledgedBy: Actor;
    readonly shelvedUntil: string;
    readonly closure: { readonly hasCleared?: boolean };
    readonly [member: string]: unknown;
  };
  readonly [member: string]: unknown;
};
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Shown & {
    readonly items: readonly Shown[];
    readonly results: readonly Shown[];
    readonly readings: readonly { readonly value: number }[];
    readonly operations: readonly string[];
  };
};

/** Somebody who deals with alarms. */
export type Person = {
  readonly id: string;
  /** A request whose answer must be one that the document has. @param template - its path there; default the path */
  ask(
    method: string,
    path: string,
    body?: unknown,
    template?: string,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Does something to an alarm, such as `close`. */
  act(id: unknown, name: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
};

export const asPerson = (people: People, { id, headers }: Signed): Person => {
  const ask: Person["ask"] = async (method, path, body, template, more = {}) =>
    (await people.ask(method, path, body, { ...headers, ...more }, template)) as Answer;
  return {
    id,
    ask,
    act: (alarm, name, body, more) =>
      ask("POST", `/api/v1/alarms/${alarm}/${name}`, body, `/api/v1/alarms/{id}/${name}`, more),
  };
};

/** Somebody who is invited with a name and a role, and has signed in. */
export const invite = async (people: People, name: string, role: string, within?: object): Promise<Person> =>
  asPerson(people, await people.invited(role, { name, grant: within === undefined ? { role } : { role, within } }));

/** The hub's first key, of the role `platform`. */
export const platformOf = (people: People, hub: TestHub): Person =>
  asPerson(people, { id: "", headers: { authorization: `Bearer ${hub.key}` } });
