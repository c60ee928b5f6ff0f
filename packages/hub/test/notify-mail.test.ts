import { afterAll, beforeAll, expect, test } from "vitest";
import { mailOutcome } from "../src/notify/couriers/mail.ts";
import { type MailServer, openMailServer } from "./mail-server.ts";
import { courierOf, notice, stop } from "./notify-provider.ts";

let server: MailServer;
let port = "";
let taken: MailServer["taken"];
beforeAll(async () => {
  server = await openMailServer();
  ({ port, taken } = server);
});
afterAll(() => server?.close());

const mail = (more: Record<string, string> = {}, password = "secret") =>
  courierOf(
    "mail",
    { host: "127.0.0.1", port, from: "电安 <hub@example.org>", security: "none", user: "hub", ...more },
    { password },
  );

test("EF-4.2: a notice by mail: signed in, Chinese subject, our own id, threads by alarm, said to be automatic", async () => {
  const outcome = await mail().send({ ...notice, link: "https://hub.example.org/a/1" }, stop);
  expect(outcome).toEqual({ kind: "accepted", providerId: `<${notice.attemptId}@example.org>` });
  const [one] = taken;
  expect([one?.from, one?.to, one?.user]).toEqual(["hub@example.org", ["duty@example.org"], "hub"]);
  expect(one?.text).toContain(`Message-ID: <${notice.attemptId}@example.org>`);
  expect(one?.text).toContain("References: <alarm-al-1@example.org>");
  expect(one?.text).toContain("Auto-Submitted: auto-generated");
  expect(one?.text).toMatch(/^Subject: =\?UTF-8\?/m);
});
test.each([
  [{}, "wrong", "duty@example.org", { kind: "refused", code: "SMTP 535", retry: "account" }],
  [{}, "secret", "nobody@example.org", { kind: "refused", code: "SMTP 550", retry: "never" }],
  [{}, "secret", "busy@example.org", { kind: "refused", code: "SMTP 451", retry: "later" }],
  [{ security: "starttls" }, "secret", "duty@example.org", { kind: "refused", retry: "never" }],
  [{ host: "192.0.2.1" }, "secret", "duty@example.org", { kind: "refused", code: "addressForbidden", retry: "later" }],
  [{ port: "22" }, "secret", "duty@example.org", { kind: "refused", code: "addressForbidden" }],
  [{ host: "127.0.0.1/x" }, "secret", "duty@example.org", { kind: "refused", code: "addressForbidden" }],
])("EF-4.2, SEC-OUT-01: with %j and password %s a mail to %s is refused", async (more, password, to, outcome) => {
  const before = taken.length;
  const sent = await mail(more as Record<string, string>, password).send({ ...notice, address: { mail: to } }, stop);
  if ("security" in more) expect(sent.kind).toBe("refused");
  else expect(sent).toMatchObject(outcome);
  expect(taken.length).toBe(before);
});
test("EF-4.2: what breaks off after the text was handed over may have got through", () => {
  expect(mailOutcome({ code: "ECONNECTION", command: "DATA" })).toEqual({ kind: "unknown", code: "ECONNECTION" });
  expect(mailOutcome({ code: "ECONNECTION", command: "EHLO" })).toEqual({
    kind: "refused",
    code: "ECONNECTION",
    retry: "later",
  });
  expect(mailOutcome({})).toEqual({ kind: "refused", code: "mail", retry: "later" });
});
