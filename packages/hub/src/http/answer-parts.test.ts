import { expect, test } from "vitest";
import { textAnswer, withHeaders } from "./answer-parts.ts";

const more = { "X-Request-Id": "r-1", ETag: '"2"' };
const defaults = { "Content-Security-Policy": "default-src 'none'", "Cache-Control": "no-cache" };
const own = { "Content-Type": "text/plain", "Cache-Control": "no-store", ETag: '"1"' };

test("an answer gets its headers whether its parts are known or not, and keeps what it has of the defaults", async () => {
  for (const answer of [textAnswer("电", 201, own), new Response("电", { status: 201, headers: own })]) {
    const whole = withHeaders(answer, more, defaults);
    expect(Object.fromEntries(whole.headers)).toEqual({
      "content-type": "text/plain",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'",
      "x-request-id": "r-1",
      etag: '"2"',
    });
    expect([whole.status, await whole.text()]).toEqual([201, "电"]);
  }
});

test("an answer without a body stays without", async () => {
  const whole = withHeaders(textAnswer(null, 304, { ETag: '"1"' }), {}, defaults);
  expect([whole.status, whole.body]).toEqual([304, null]);
});
