// Hono with nothing behind it: what it is given at /bodies/<name> it answers at /<name>. The floor of `pnpm bench api`.
import { type HttpBindings, serve } from "@hono/node-server";
import { Hono } from "hono";
import { tellCpu } from "./child.ts";

const bodies = new Map<string, { readonly status: number; readonly text: string; readonly type: string }>();
const app = new Hono<{ Bindings: HttpBindings }>();
app.put("/bodies/:name", async (context) => {
  const { status, text, type } = await context.req.json();
  bodies.set(context.req.param("name"), { status, text, type });
  return context.body(null, 204);
});
app.all("/:name", async (context) => {
  const body = bodies.get(context.req.param("name"));
  if (body === undefined) return context.text("", 404);
  // A body that is sent is read and parsed, as by whoever takes it.
  if (context.req.method === "POST") await context.req.json();
  const headers = { "Content-Type": body.type };
  return new Response(body.status === 304 ? null : body.text, { status: body.status, headers });
});
tellCpu();
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => console.log(JSON.stringify({ port })));
process.once("SIGTERM", () => process.exit(0));
