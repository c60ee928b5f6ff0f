import type { AddressInfo } from "node:net";
import { verifyWebhook } from "@dianan/open-api";
import { kindOfPlural, recordKinds } from "@dianan/sharing";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { digestPage } from "./digests.ts";
import { createMailbox, type Kept } from "./mailbox.ts";
import { page } from "./page.ts";

export type ReceiverOptions = {
  /** 0 takes any free port. */ readonly port: number;
  /** Checks signatures when given: `whsec_` and base64. */ readonly secret: string | null;
  /** Wants `Authorization: Bearer <key>` when given. */ readonly key: string | null;
  /** One line per push. */ readonly log: (line: string) => void;
};

export type Receiver = { readonly url: string; list(): readonly Kept[]; close(): Promise<void> };

const BODY_MAX = 16 * 1024 * 1024;
const ITEMS_MAX = 500;

const refusal = (status: 400 | 401 | 404 | 413 | 422, code: string, title: string, titleZh: string): Response =>
  new Response(JSON.stringify({ type: "about:blank", title, titleZh, status, code }), {
    status,
    headers: { "Content-Type": "application/problem+json; charset=utf-8" },
  });

/** Reads `{ items: [...] }`, or null. */
const itemsOf = (body: string): readonly unknown[] | null => {
  try {
    const { items } = JSON.parse(body) as { readonly items?: unknown };
    return Array.isArray(items) && items.length > 0 ? items : null;
  } catch {
    return null;
  }
};

/** A city platform in small (市级平台示例): takes the push of a hub and shows what it got. */
export const startReceiver = async (options: ReceiverOptions): Promise<Receiver> => {
  const mailbox = createMailbox();
  const app = new Hono();

  app.get("/", (context) => {
    context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    context.header("Cache-Control", "no-store");
    return context.html(page(mailbox.list()));
  });

  const isKnown = (authorization: string | undefined): boolean =>
    options.key === null || authorization === `Bearer ${options.key}`;
  const wrongKey = (): Response => refusal(401, "unauthorized", "Wrong key", "密钥不对");

  app.get("/sharing-digests", (context) => {
    if (!isKnown(context.req.header("authorization"))) return wrongKey();
    const kind = recordKinds.find((one) => one === context.req.query("kind"));
    if (kind === undefined) return refusal(422, "invalid", "kind is missing", "缺少 kind");
    return context.json(digestPage(mailbox.list(), kind, new URL(context.req.url).searchParams));
  });
  app.get("/:kind/:id", (context) => {
    if (!isKnown(context.req.header("authorization"))) return wrongKey();
    const kind = kindOfPlural(context.req.param("kind"));
    const { id } = context.req.param();
    const found = mailbox.list().find((one) => one.kind === kind && one.record.id === id && !one.isDeleted);
    return found ? context.json(found.record) : refusal(404, "not-found", "Not found", "不存在");
  });

  app.post(
    "/:kind",
    bodyLimit({ maxSize: BODY_MAX, onError: () => refusal(413, "too-large", "Too large", "请求过大") }),
    async (context) => {
      const kind = kindOfPlural(context.req.param("kind"));
      if (kind === null) return refusal(404, "not-found", "Not found", "不存在");
      if (!isKnown(context.req.header("authorization"))) return wrongKey();
      // The signature is over the bytes as they came: nothing parses them before.
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      if (options.secret !== null) {
        const verified = await verifyWebhook({
          headers: context.req.raw.headers,
          body: bytes,
          secrets: [options.secret],
          now: Date.now(),
        });
        if (!verified.ok) {
          options.log(`${kind}: 签名无效,已拒收 wrong signature, refused (${verified.error.code})`);
          return refusal(401, verified.error.code, "The signature does not fit", "签名无效");
        }
      }
      const items = itemsOf(new TextDecoder().decode(bytes));
      if (items === null)
        return refusal(400, "bad-json", "The body is not { items: [...] }", "请求体不是 { items: [...] }");
      if (items.length > ITEMS_MAX) return refusal(413, "too-large", "At most 500 items", "每次最多 500 条");
      const results = mailbox.put(kind, items);
      const counts = Object.entries(Object.groupBy(results, ({ status }) => status));
      options.log(`${kind}: ${counts.map(([status, some]) => `${status} ${some?.length ?? 0}`).join(", ")}`);
      return context.json({ results }, results.some(({ status }) => status === "parked") ? 202 : 200);
    },
  );
  app.notFound(() => refusal(404, "not-found", "Not found", "不存在"));
  app.onError(() => refusal(400, "failed", "The request could not be handled", "请求无法处理"));

  const server = serve({ fetch: app.fetch, port: options.port, hostname: "127.0.0.1" });
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    list: mailbox.list,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
};
