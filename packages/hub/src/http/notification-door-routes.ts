import { textAnswer } from "./answer-parts.ts";
import { readBytes } from "./body.ts";
import { doorPage, escaped, linkGone } from "./door-page.ts";
import type { Ask, HttpDeps, Route } from "./http-deps.ts";
import { type Problem, problem } from "./problem.ts";
import { bodyMaxOf } from "./whole-request.ts";

const RECEIPTS = "/api/v1/notification-receipts/{address}";
const LINKS = "/api/v1/acknowledgements/{token}";
/** Nothing says whether an address was never there, or what came is not from the provider. */
const refused = (): Problem =>
  problem("bad-credentials", "Enter the address that the hub has shown. 请填写平台给出的回执地址。");

/**
 * Where providers call back and where links of notices lead (通知回执与确认链接). A receipt never clears an alarm; a link acknowledges by
 * POST only, so that what merely reads links acknowledges nothing.
 */
export const notificationDoorRoutes = ({ notifications }: HttpDeps): readonly Route[] => {
  const take = async ({ request, url, params, circumstance }: Ask, text: string): Promise<Response | Problem> => {
    const answer = await notifications.receipt(params.address ?? "", {
      ...{ method: request.method === "GET" ? "GET" : "POST", url: url.href, query: url.searchParams, text },
      ...{ header: (name) => request.headers.get(name), now: circumstance.now },
    });
    if (answer === null) return refused();
    const type = `${answer.type}; charset=utf-8`;
    return textAnswer(answer.body, 200, { "Content-Type": type, "Cache-Control": "no-store" });
  };
  return [
    { method: "GET", path: RECEIPTS, open: true, tellsRefusals: true, handle: (ask) => take(ask, "") },
    {
      method: "POST",
      path: RECEIPTS,
      open: true,
      tellsRefusals: true,
      handle: async (ask) => {
        const bytes = await readBytes(ask.request, bodyMaxOf({ method: "POST", path: RECEIPTS }));
        return bytes.ok ? take(ask, new TextDecoder().decode(bytes.value)) : bytes.error;
      },
    },
    {
      method: "GET",
      path: LINKS,
      open: true,
      handle: async ({ params }) => {
        const found = await notifications.linkPage(params.token ?? "");
        if (found === null) return linkGone();
        const { title, time, code } = found;
        return doorPage(
          `<h1>${escaped(title)}</h1><p>${escaped(time)} · ${escaped(code)}</p><form method="post"><button>确认告警 Acknowledge</button></form><p>确认不等于消除或整改。 To acknowledge is neither to clear nor to rectify.</p>`,
        );
      },
    },
    {
      method: "POST",
      path: LINKS,
      open: true,
      handle: async ({ params, circumstance }) => {
        const outcome = await notifications.acknowledgeByLink(params.token ?? "", circumstance);
        if (outcome === "gone") return linkGone();
        return outcome === "acknowledged"
          ? doorPage("<h1>已确认</h1><p>Acknowledged.</p>")
          : doorPage("<h1>已有人确认</h1><p>Somebody has acknowledged it before.</p>");
      },
    },
  ];
};
