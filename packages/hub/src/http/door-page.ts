import { textAnswer } from "./answer-parts.ts";

const CSP =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** A text within a page. */
export const escaped = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page for who comes with a link and has no account: no script, kept nowhere, told to nobody by a Referer. */
export const doorPage = (body: string): Response =>
  textAnswer(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>电安 DianAn</title><style>body{font:18px sans-serif;margin:2em auto;max-width:30em;padding:0 1em}button{font:inherit;padding:.6em 2em}</style></head><body>${body}</body></html>`,
    200,
    { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Content-Security-Policy": CSP },
  );
export const linkGone = (): Response => doorPage("<h1>链接已使用或已失效</h1><p>This link was used or has ended.</p>");
