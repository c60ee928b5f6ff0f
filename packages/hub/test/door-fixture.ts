import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { createKeyRing } from "../src/access/key-ring.ts";
import { createAccess } from "../src/access/open-access.ts";
import { createPasswordHashes } from "../src/access/password-hash.ts";
import { createSeals } from "../src/access/seal.ts";
import type { HttpDeps } from "../src/http/http-deps.ts";
import { roleRules } from "../src/role-rules.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";

/** What the HTTP door needs, on a real store with nobody behind it. */
export type DoorDeps = {
  readonly deps: HttpDeps;
  /** Makes an API key of this role; `platform` by default. */ addKey(
    role?: string,
    expiresAt?: number,
  ): Promise<string>;
  /** Closes the store and removes it. */ end(): Promise<void>;
};

export const openDoorDeps = async (): Promise<DoorDeps> => {
  const tenant = tenantId("t");
  const folder = mkdtempSync(join(tmpdir(), "dianan-door-"));
  const { store, outbox, access } = await openSqliteStore({
    file: join(folder, "hub.sqlite"),
    changes: 1_000,
    undecodable: 10,
    auditKey: new Uint8Array(32),
  });
  const seals = createSeals(createKeyRing(new Uint8Array(32)));
  const { engine, machines } = createAccess(
    {
      store,
      access,
      hashes: createPasswordHashes({ n: 8, r: 8, p: 1 }),
      seals,
      roles: roleRules,
      policy: "default",
      issuer: "DianAn",
    },
    { domain: "localhost", origins: [] },
  );
  return {
    deps: {
      tenant,
      platformCode: "JJLY01",
      store,
      outbox,
      access: engine,
      accessStore: access,
      machines,
      seals,
      intakeOf: () => Promise.reject(new Error("nothing is written here")),
      hints: { hint: () => {}, onHint: () => () => {} },
      destinations: [],
      figures: () => ({ framesTotal: 3, openConnections: 1 }),
      clock: () => Date.now() as Instant,
      utcOffsetMinutes: 480,
      consoleDir: null,
      log: () => {},
    },
    addKey: async (role = "platform", expiresAt = Date.now() + 1e9) => {
      const grant = { name: "test", role, scope: {}, scopes: null, expiresAt: expiresAt as Instant };
      const at = { now: Date.now() as Instant, source: "", requestId: "r" };
      return (await machines.keys.add("hub", tenant, grant, at)).secret;
    },
    end: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
