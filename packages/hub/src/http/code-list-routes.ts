import { createHash } from "node:crypto";
import { gb26875 } from "@dianan/codec";
import {
  deviceCommands,
  formCategories,
  installationSpots,
  operatorDocumentKinds,
  qualities,
  quantities,
  sessionEnds,
  severityOfLevel,
} from "@dianan/model";
import { codeLists } from "@dianan/sharing";
import { json, type Route } from "./http-deps.ts";
import { hasAlready } from "./precondition.ts";
import { problem } from "./problem.ts";
import { readQuery } from "./query.ts";

type Row = { readonly code: number; readonly zh: string; readonly en?: string };
type Table = { readonly [slug: string]: Row };

/** Numbers that records write as words are words here too. */
const alarmTypes = Object.fromEntries(
  Object.entries(codeLists.alarmTypes).map(([slug, row]) => [
    slug,
    { ...row, severity: severityOfLevel(row.severity) },
  ]),
);

const tables: { readonly [name: string]: Table } = {
  ...codeLists,
  alarmTypes,
  componentTypes: gb26875.componentTypes,
  deviceCommands,
  formCategories,
  installationSpots,
  operatorDocumentKinds,
  qualities,
  quantities,
  sessionEnds,
};

/** The lists change only with a release: a client may use what it has for a day, then asks whether it is still so. */
const CACHE = "private, max-age=86400";

type Kept = { readonly text: string; readonly tag: string };

const kept = (value: unknown): Kept => {
  const text = JSON.stringify(value);
  return { text, tag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
};

const answer = ({ text, tag }: Kept, request: Request): Response => {
  const headers = { ETag: tag, "Cache-Control": CACHE };
  return hasAlready(request.headers, tag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
};

/** The code tables (代码表) with words in both languages, SH-6: what a reader of records needs to know of their codes. */
export const codeListRoutes = (): readonly Route[] => {
  const names = Object.keys(tables).sort();
  const lists = new Map(
    names.map((name) => {
      const entries = Object.entries(tables[name] ?? {}).map(([slug, row]) => ({ slug, ...row, en: row.en ?? slug }));
      return [name, kept({ name, entries })];
    }),
  );
  return [
    {
      method: "GET",
      path: "/api/v1/code-lists",
      handle: ({ url }) => {
        const query = readQuery(url, []);
        return query.ok ? json({ items: names }) : query.error;
      },
    },
    {
      method: "GET",
      path: "/api/v1/code-lists/{name}",
      handle: ({ url, request, params }) => {
        const query = readQuery(url, []);
        if (!query.ok) return query.error;
        const list = lists.get(params.name ?? "");
        return list === undefined
          ? problem("not-found", "There is no such code list. 没有此代码表。")
          : answer(list, request);
      },
    },
  ];
};
