import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { newSecret, secretHash } from "../src/access/secrets.ts";
import { alarm, type TestHub, until } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";
import type { Receiver } from "./webhook-receiver.ts";

export type Json = Record<string, unknown>;
export type Made = {
  readonly webhook: Json & { readonly id: string; readonly version: number };
  readonly secret: { readonly secret: string; readonly id: string };
};
export type Answered = { readonly status: number; readonly value: Json; readonly headers: Headers };

export const ALL = [
  "com.dianan.alarm.raised",
  "com.dianan.alarm.changed",
  "com.dianan.record.changed",
  "com.dianan.presence.changed",
];

/** Makes a key as an administrator would, without the ceremony of one. Its database is the hub's own. */
export const addKey = (
  { dataDir }: TestHub,
  scope: object,
  scopes: readonly string[] | null = null,
  tenant = "main",
): { readonly id: string; readonly secret: string } => {
  const id = randomUUID();
  const secret = newSecret("da_");
  const body = {
    name: "test",
    role: "platform",
    scope,
    scopes,
    createdAt: 0,
    createdBy: "hub",
    hint: "da_",
    lastUsedAt: 0,
  };
  withDatabase(dataDir, (database) =>
    database
      .prepare("INSERT INTO access VALUES (?, 'key', ?, ?, 1, ?, ?)")
      .run(tenant, id, JSON.stringify(body), secretHash(secret), Date.now() + 86_400_000),
  );
  return { id, secret };
};

/** Makes another organisation, or changes the state of one. */
export const putTenant = ({ dataDir }: TestHub, tenant: string, state: "active" | "suspended"): void =>
  withDatabase(dataDir, (database) => {
    const body = {
      name: tenant,
      platformCode: tenant.toUpperCase(),
      state,
      leastTrust: "T0",
      createdAt: 0,
      updatedAt: 0,
    };
    database
      .prepare(
        `INSERT INTO access VALUES (?, 'tenant', ?, ?, 1, NULL, NULL)
         ON CONFLICT (tenant, kind, id) DO UPDATE SET body = excluded.body`,
      )
      .run(tenant, tenant, JSON.stringify(body));
  });

export const endKey = ({ dataDir }: TestHub, id: string): void =>
  withDatabase(dataDir, (database) => database.prepare("DELETE FROM access WHERE kind = 'key' AND id = ?").run(id));

/** Acts of the audit log about an object, oldest first. */
export const actsOn = ({ dataDir }: TestHub, object: string): readonly string[] => {
  const acts: string[] = [];
  withDatabase(dataDir, (database) => {
    const rows = database.prepare("SELECT act FROM audit WHERE entry ->> 'object' = ? ORDER BY sequence").all(object);
    acts.push(...rows.map(({ act }) => String(act)));
  });
  return acts;
};

const withDatabase = (dataDir: string, work: (database: DatabaseSync) => unknown): void => {
  const database = new DatabaseSync(join(dataDir, "hub.db"));
  try {
    database.exec("PRAGMA busy_timeout = 5000");
    work(database);
  } finally {
    database.close();
  }
};

/** Requests about webhooks; every answer must be one that the document has. */
export const createAsk = (hubOf: () => TestHub, receiverOf: () => Receiver) => {
  const ask = async (
    method: string,
    path: string,
    template: string,
    body?: unknown,
    headers: Record<string, string> = {},
    key = hubOf().key,
  ): Promise<Answered> => {
    const response = await hubOf().call(method, path, body, { authorization: `Bearer ${key}`, ...headers });
    const text = await response.text();
    const value = text === "" ? null : JSON.parse(text);
    if (response.status !== 204) checkAnswer(method, template, response.status, value);
    return { status: response.status, value, headers: response.headers };
  };
  const post = (body: unknown, key?: string) => ask("POST", "/api/v1/webhooks", "/api/v1/webhooks", body, {}, key);
  const one = (id: string, method = "GET", body?: unknown, headers = {}, key?: string) =>
    ask(method, `/api/v1/webhooks/${id}`, "/api/v1/webhooks/{id}", body, headers, key);
  const of = (id: string, method: string, rest: string, template = rest, key?: string) =>
    ask(method, `/api/v1/webhooks/${id}/${rest}`, `/api/v1/webhooks/{id}/${template}`, undefined, {}, key);
  return {
    ask,
    post,
    one,
    of,
    deliveries: async (id: string, query = ""): Promise<readonly Json[]> =>
      (await of(id, "GET", `deliveries${query}`, "deliveries")).value.items as readonly Json[],
    subscribe: async (more: Json = {}, key?: string): Promise<Made> => {
      const made = await post({ url: receiverOf().url, eventTypes: ALL, ...more }, key);
      if (made.status !== 201) throw new Error(JSON.stringify(made.value));
      const { webhook, secret } = made.value as unknown as Made;
      receiverOf().secrets.push(secret.secret);
      return { webhook, secret };
    },
    isState: (id: string, state: string): Promise<Json> =>
      until(
        async () => (await one(id)).value,
        (value) => value.state === state,
        12_000,
      ),
    put: async (plural: string, ...items: readonly Json[]): Promise<void> => {
      const answer = await hubOf().call("POST", `/api/v1/${plural}`, { items });
      if (answer.status !== 200) throw new Error(await answer.text());
      await answer.body?.cancel();
    },
    raise: async (id: string, more: Json = {}): Promise<void> => {
      const answer = await hubOf().call("POST", "/api/v1/alarms", { items: [{ ...alarm, id, ...more }] });
      if (answer.status !== 200) throw new Error(await answer.text());
      await answer.body?.cancel();
    },
  };
};
