import type { AccessStore } from "../ports/access-store.ts";
import type { Store } from "../ports/store.ts";

/** What the registry needs of the hub. */
export type RegistryDeps = { readonly store: Pick<Store, "commit" | "page">; readonly access: AccessStore };
