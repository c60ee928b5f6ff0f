import type { Socket } from "node:net";
import { createTransport } from "nodemailer";
import type { SendOutcome } from "../../core/notify-attempt.ts";
import { noticeText, noticeTitle } from "../../core/notify-text.ts";
import type { Letter } from "../../ports/letters.ts";
import type { Courier, CourierSettings, Notice } from "../../ports/notify-courier.ts";
import type { HostDialling } from "../../ports/outbound.ts";

const DEADLINE_MS = 10_000;

type MailError = { readonly code?: string; readonly responseCode?: number; readonly command?: string };

type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly references?: string[];
  readonly attachments?: { filename: string; contentType: string; content: Buffer }[];
};

/** What an error of the dialogue says: a 5xx is no, a 4xx is later, and what broke off after DATA nobody knows. */
export const mailOutcome = ({ code = "", responseCode = 0, command = "" }: MailError): SendOutcome => {
  const shown = responseCode > 0 ? `SMTP ${responseCode}` : code;
  if (code === "EAUTH") return { kind: "refused", code: shown, retry: "account" };
  if (responseCode >= 500) return { kind: "refused", code: shown, retry: "never" };
  if (responseCode >= 400) return { kind: "refused", code: shown, retry: "later" };
  if (command === "DATA" || (command === "CONN" && code === "ETIMEDOUT")) return { kind: "unknown", code: shown };
  return { kind: "refused", code: shown === "" ? "mail" : shown, retry: "later" };
};

/** Mail by SMTP (邮件). The server is dialled through the one way out, so that no setting reaches into the hub's own network. */
export const createMail = (settings: CourierSettings, outbound: HostDialling): Courier => {
  const { options, secrets } = settings;
  const { host = "", port = "465", from = "", user, security = "tls" } = options;
  const domain = from.split("@")[1]?.replace(/>.*$/, "") ?? "dianan";
  const idOf = (text: string): string => `<${text}@${domain}>`;

  const deliver = async (mail: Mail, stop: AbortSignal): Promise<SendOutcome> => {
    const dialled = await outbound.dialHost({ host, port: Number(port) }, stop);
    if (!dialled.ok) return { kind: "refused", code: dialled.error, retry: "later" };
    const socket: Socket = dialled.value;
    const transport = createTransport({
      ...{
        host,
        port: Number(port),
        secure: security === "tls",
        requireTLS: security === "starttls",
        ignoreTLS: security === "none",
      },
      ...(user === undefined ? {} : { auth: { user, pass: secrets.password ?? "" } }),
      ...{
        connection: socket,
        socketTimeout: DEADLINE_MS,
        greetingTimeout: DEADLINE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      ...(options.trust === undefined ? {} : { tls: { ca: options.trust } }),
    });
    const hangUp = (): void => void socket.destroy();
    stop.addEventListener("abort", hangUp, { once: true });
    try {
      const sent = await transport.sendMail({ from, ...mail, headers: { "Auto-Submitted": "auto-generated" } });
      return { kind: "accepted", providerId: sent.messageId };
    } catch (error) {
      return mailOutcome(error as MailError);
    } finally {
      stop.removeEventListener("abort", hangUp);
      transport.close();
      socket.destroy();
    }
  };
  const send = (notice: Notice, stop: AbortSignal): Promise<SendOutcome> => {
    const { facts, language, link } = notice;
    const more =
      link === null ? "" : `\n\n${language === "zh" ? "打开此页确认告警" : "Acknowledge on this page"}: ${link}`;
    const mail = {
      to: notice.address.mail ?? "",
      subject: noticeTitle(facts, language),
      text: `${noticeText(facts, language)}${more}`,
      ...{ messageId: idOf(notice.attemptId), references: [idOf(`alarm-${notice.alarmId}`)] },
    };
    return deliver(mail, stop);
  };
  const post = (to: string, { id, subject, text, files }: Letter, stop: AbortSignal): Promise<SendOutcome> => {
    const attachments = files.map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(bytes),
    }));
    return deliver({ to, subject, text, attachments, messageId: idOf(id) }, stop);
  };
  return {
    ...{ kind: settings.kind, channel: "mail", isIdempotent: false, caps: settings.caps ?? [], send, post },
    reaches: ({ mail = "" }) => mail.includes("@"),
  };
};
