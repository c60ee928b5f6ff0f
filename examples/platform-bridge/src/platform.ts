// A platform of its own in this process: a hub from @dianan/hub on free ports, and its administrators.
import { openExampleHub } from "@dianan/example-hub";
import { createClient, type DianAnClient } from "@dianan/open-api";

export type Platform = {
  readonly code: string;
  readonly url: string;
  /** With the first API key. */ readonly api: DianAnClient;
  /** Without a credential of its own: for the headers of `security`, who lets other platforms in. */ readonly person: DianAnClient;
  readonly security: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

export const openPlatform = async (code: string): Promise<Platform> => {
  // All of them are on this machine: outside they call public https addresses only.
  const hub = await openExampleHub({ platformCode: code, platformName: `平台 ${code}`, outboundAllow: "127.0.0.1" });
  const security = { ...(await hub.securityAdministrator()), "sec-fetch-site": "same-origin" };
  const { url: baseUrl, key, close } = hub;
  return {
    code,
    url: baseUrl,
    api: createClient({ baseUrl, key }),
    person: createClient({ baseUrl }),
    security,
    close,
  };
};

/** The data of an answer that must be good. @throws Error with what the hub said */
export const good = <T>({ data, error }: { readonly data?: T; readonly error?: { readonly code?: string } }): T => {
  if (data === undefined) throw new Error(error?.code ?? "no answer");
  return data;
};

/** Looks every 50 ms until it is so. */
export const until = async (look: () => Promise<boolean>): Promise<void> => {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 50));
};
