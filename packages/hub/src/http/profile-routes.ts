import { hash } from "node:crypto";
import type { Profile } from "@dianan/profile";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { problem } from "./problem.ts";
import { readQuery } from "./query.ts";

const NAME_MAX = 100;

const infoOf = ({ id, version, identity, transport, vectors }: Profile) => ({
  id,
  vendor: identity.vendor.zh.slice(0, NAME_MAX),
  model: identity.models.join("、").slice(0, NAME_MAX) || id,
  protocol: transport.protocol,
  version,
  vectorCount: vectors.length,
});

type Asked = Parameters<Handler>[0];

const answer = ({ request, id }: Asked, profiles: readonly Profile[]): ReturnType<Handler> => {
  const profile = profiles.find((one) => one.id === id);
  if (profile === undefined) return problem("not-found", "There is no profile with this id. 没有此设备描述文件。");
  const text = JSON.stringify(profile);
  const tag = `"${hash("sha256", text, "hex").slice(0, 32)}"`;
  const headers = { ETag: tag, "Cache-Control": "no-cache" };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (known.includes(tag) || known.includes("*")) return new Response(null, { status: 304, headers });
  return json(profile, 200, headers);
};

/** Device profiles (设备描述文件) that the hub has, EF-N.2. */
export const profileRoutes = ({ profiles }: Pick<HttpDeps, "profiles">): readonly Route[] => [
  {
    method: "GET",
    path: "/api/v1/profiles",
    handle: ({ url }) => {
      const query = readQuery(url, []);
      return query.ok ? json({ items: profiles().map(infoOf) }) : query.error;
    },
  },
  { method: "GET", path: "/api/v1/profiles/{id}", handle: (asked) => answer(asked, profiles()) },
];
