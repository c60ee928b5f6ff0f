// A hub with somebody who may set up destinations, and receivers that a test decides for.
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { type Answer, openPeople, type People, type Person } from "./http-people.ts";
import { type City, openCity } from "./share-city.ts";

export type SharingHub = {
  readonly hub: TestHub;
  readonly people: People;
  readonly administrator: Person;
  /** A request of the system administrator. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    template?: string,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Sets one up; 201. */ add(more: object): Promise<Answer["body"]>;
  /** Reads one until it is as wanted. */
  settled(id: string, isGood?: (body: Answer["body"]) => boolean, ms?: number): Promise<Answer["body"]>;
};

export const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
export const draft = {
  name: "市级消防物联网平台",
  form: "dianan",
  kinds: ["operator", "unit", "device", "component", "alarm"],
  coordinateSystem: "CGCS2000",
  periodSeconds: 1,
  personalData: "masked",
} as const;

/** @param config - of the hub; loopback may be called */
export const openSharingHub = async (
  ends: (() => Promise<void>)[],
  config: Parameters<typeof openTestHub>[0] = {},
): Promise<SharingHub> => {
  const hub = await openTestHub({ outboundAllow: "127.0.0.1", ...config });
  ends.push(() => hub.end());
  const people = await openPeople(hub);
  const administrator = await people.invited("systemAdministrator");
  const ask: SharingHub["ask"] = (method, path, body, template, headers = {}) =>
    people.ask(method, path, body, { ...administrator.headers, ...headers }, template);
  return {
    hub,
    people,
    administrator,
    ask,
    add: async (more) => {
      const made = await ask("POST", "/api/v1/sharing", { ...draft, ...more });
      if (made.status !== 201) throw new Error(`${made.status} ${JSON.stringify(made.body)}`);
      return made.body;
    },
    settled: async (id, isGood = ({ state, pending }) => state === "idle" && pending === 0, ms = 15_000) =>
      until(
        async () => (await ask("GET", `/api/v1/sharing/${id}`, undefined, "/api/v1/sharing/{id}")).body,
        isGood,
        ms,
      ),
  };
};

export const openReceiver = async (ends: (() => Promise<void>)[]): Promise<City> => {
  const city = await openCity();
  ends.push(() => city.close());
  return city;
};

/** The last that a receiver got of each record. */
export const lastOf = (city: City): ReadonlyMap<string, { readonly [member: string]: unknown }> =>
  new Map(
    city.pushes.flatMap(({ path, items }) =>
      items.map((item) => [`${path.split("/").at(-1)} ${item.id}`, item as never] as const),
    ),
  );
