import { SMTPServer } from "smtp-server";

export type TakenMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly user: string;
};

/** A mail server that speaks real SMTP, and what it took. `nobody…` is 550, `busy…` 451, whatever is asked of it. */
export type MailServer = {
  readonly port: string;
  readonly taken: readonly TakenMail[];
  /** Says no to everybody for now. */ isAway: boolean;
  close(): Promise<void>;
};

export const openMailServer = async (): Promise<MailServer> => {
  const taken: TakenMail[] = [];
  const state = { isAway: false };
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) =>
      username === "hub" && password === "secret" ? callback(null, { user: username }) : callback(new Error("no")),
    onRcptTo: ({ address }, _session, callback) => {
      const code = address.startsWith("nobody") ? 550 : state.isAway || address.startsWith("busy") ? 451 : 0;
      callback(code === 0 ? null : Object.assign(new Error("no"), { responseCode: code }));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString(),
          user: String(session.user ?? ""),
        });
        callback(null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: String((server.server.address() as { port: number }).port),
    taken,
    get isAway() {
      return state.isAway;
    },
    set isAway(is) {
      state.isAway = is;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

/** The text of a mail as its reader sees it: parts in base64 and quoted-printable opened. */
export const mailText = ({ text }: TakenMail): string => {
  const parts = text.split(/\r?\n--[^\r\n]+/);
  return parts
    .map((part) => {
      const [head = "", ...rest] = part.split(/\r?\n\r?\n/);
      const body = rest.join("\n\n");
      if (/base64/i.test(head)) return Buffer.from(body, "base64").toString();
      if (!/quoted-printable/i.test(head)) return body;
      const joined = body.replaceAll(/=\r?\n/g, "");
      const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      return Buffer.from(bytes, "latin1").toString();
    })
    .join("\n");
};
