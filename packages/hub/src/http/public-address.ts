import type { Ask, HttpDeps } from "./http-deps.ts";

/**
 * Where others reach this hub, without a slash at its end: as configured, else as it was asked. The host of a request is what its sender
 * says, so it goes into that sender's own answer only, which nothing keeps.
 */
export const publicOrigin = ({ publicUrl }: Pick<HttpDeps, "publicUrl">, { url }: Pick<Ask, "url">): string =>
  publicUrl === "" ? url.origin : new URL(publicUrl).origin;
