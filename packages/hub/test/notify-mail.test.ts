import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mailOutcome } from "../src/notify/couriers/mail.ts";
import { courierOf, notice, stop } from "./notify-provider.ts";

const taken: { readonly from: string; readonly to: readonly string[]; readonly text: string; readonly user: string }[] =
  [];
let server: SMTPServer;
let port = "";
beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) =>
      username === "hub" && password === "secret" ? callback(null, { user: username }) : callback(new Error("no")),
    onRcptTo: ({ address }, _session, callback) => {
      const code = address.startsWith("nobody") ? 550 : address.startsWith("busy") ? 451 : 0;
      callback(code === 0 ? null : Object.assign(new Error("no"), { responseCode: code }));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        taken.push({
          from,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString(),
          user: String(session.user ?? ""),
        });
        callback(null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = String((server.server.address() as { port: number }).port);
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

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
