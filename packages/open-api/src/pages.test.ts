import { expect, test } from "vitest";
import { createClient, ProblemError } from "./index.ts";

const unit = (id: string) => ({ id, name: `单位 ${id}` });

/** A hub whose list has these pages; `next` is the number of the page after. */
const paged = (pages: readonly (readonly string[])[]) => {
  const asked: string[] = [];
  const client = createClient({
    baseUrl: "http://hub.invalid",
    fetch: async (request) => {
      const { pathname, search, searchParams } = new URL(request.url);
      asked.push(pathname + search);
      const at = Number(searchParams.get("cursor") ?? 0);
      const items = pages[at];
      if (items === undefined)
        return Response.json({ code: "cursor-gone", title: "Gone", titleZh: "已失效", status: 410 }, { status: 410 });
      const next = at + 1 < pages.length ? String(at + 1) : null;
      return Response.json({ items: items.map(unit), next, feedCursor: `f${at}` });
    },
  });
  return { client, asked };
};

test("EF-N.3: a list is read item by item over all its pages, the filter on each", async () => {
  const { client, asked } = paged([["a", "b"], [], ["c"]]);
  const ids: string[] = [];
  for await (const { id } of client.items("/api/v1/units", { query: { limit: 2 } })) ids.push(id);
  expect(ids).toEqual(["a", "b", "c"]);
  expect(asked).toEqual(["/api/v1/units?limit=2", "/api/v1/units?limit=2&cursor=1", "/api/v1/units?limit=2&cursor=2"]);
});

test("pages come with the place in the feed from which to go on", async () => {
  const { client } = paged([["a"], ["b"]]);
  const seen: unknown[] = [];
  for await (const { items, feedCursor } of client.pages("/api/v1/units")) seen.push([items.length, feedCursor]);
  expect(seen).toEqual([
    [1, "f0"],
    [1, "f1"],
  ]);
});

test("who stops reading asks for no more pages", async () => {
  const { client, asked } = paged([["a", "b"], ["c"]]);
  for await (const { id } of client.items("/api/v1/units")) if (id === "a") break;
  expect(asked).toHaveLength(1);
});

test("an id in the path is one step of it", async () => {
  const { client, asked } = paged([["a"]]);
  for await (const _ of client.items("/api/v1/alarms/{id}/timeline", { path: { id: "a/../b" } })) break;
  expect(asked).toEqual(["/api/v1/alarms/a%2F..%2Fb/timeline"]);
});

test("a refused page throws the problem, after what was read", async () => {
  const client = createClient({
    baseUrl: "http://hub.invalid",
    fetch: async (request) =>
      request.url.includes("cursor")
        ? Response.json({ code: "cursor-gone", title: "Gone", titleZh: "已失效" }, { status: 410 })
        : Response.json({ items: [unit("a")], next: "1", feedCursor: "f" }),
  });
  const ids: string[] = [];
  const read = async (): Promise<void> => {
    for await (const { id } of client.items("/api/v1/units")) ids.push(id);
  };
  const failed = read();
  await expect(failed).rejects.toThrow(ProblemError);
  await expect(failed).rejects.toMatchObject({ status: 410, message: "HTTP 410 cursor-gone: Gone 已失效" });
  expect(ids).toEqual(["a"]);
});

test("an answer that is no problem of ours still throws, with its status", async () => {
  const fetch = async (): Promise<Response> => new Response("<html>no</html>", { status: 403 });
  const client = createClient({ baseUrl: "http://hub.invalid", fetch });
  await expect(client.items("/api/v1/units").next()).rejects.toMatchObject({ status: 403, problem: null });
});

test("a hub that gives the same page again is not read for ever", async () => {
  const fetch = async (): Promise<Response> => Response.json({ items: [], next: "1", feedCursor: "f" });
  const client = createClient({ baseUrl: "http://hub.invalid", fetch });
  const read = async (): Promise<void> => {
    for await (const _ of client.items("/api/v1/units"));
  };
  await expect(read()).rejects.toThrow("the same cursor twice");
});

test("an aborted read stops", async () => {
  const stop = new AbortController();
  const { client } = paged([["a"], ["b"]]);
  const read = async (): Promise<void> => {
    for await (const _ of client.items("/api/v1/units", { signal: stop.signal })) stop.abort(new Error("enough"));
  };
  await expect(read()).rejects.toThrow("enough");
});

test("what is no list, and filters that it does not have, do not compile", () => {
  const { client } = paged([["a"]]);
  const calls = [
    // @ts-expect-error one record is no list
    () => client.items("/api/v1/units/{id}"),
    // @ts-expect-error the hub has no such list
    () => client.items("/api/v1/persons"),
    // @ts-expect-error a cursor is the iterator's own
    () => client.items("/api/v1/units", { query: { cursor: "x" } }),
    // @ts-expect-error no such filter
    () => client.items("/api/v1/units", { query: { colour: "red" } }),
  ];
  expect(calls).toHaveLength(4);
});
