import { HubError, lineReader, type SignedIn, said, signIn } from "../sign-in.ts";
import { both, type ExitCode, type Terminal } from "../terminal.ts";
import { exchangeOf, type PlatformValues, scopesOf, WordError } from "./platform-words.ts";

/** What was done, for a person and for a program. */
type Done = { readonly text: string; readonly json: unknown };
type Act = (hub: SignedIn, words: readonly string[], values: PlatformValues) => Promise<Done>;

const invite: Act = async ({ api, headers }, [code = "", ...name], values) => {
  const body = {
    ...{ platformCode: code, name: name.join(" "), scopes: scopesOf(values.allow), exchange: exchangeOf(values) },
  };
  const made = await said(api.POST("/api/v1/parties", { body, headers }));
  const text = [
    "令牌只显示这一次,七天内有效。请通过可靠途径交给对方,对方执行:",
    "The token is shown only this once and is good for seven days. Hand it over safely; the other side runs:",
    "",
    `  dianan platform connect ${made.versionsUrl} ${made.token} --push all`,
    "",
  ].join("\n");
  return { text, json: made };
};

const connect: Act = async ({ api, headers }, [versionsUrl = "", token = ""], values) => {
  const signing = values.bearer ? { isSigning: false } : {};
  const body = { versionsUrl, token, scopes: scopesOf(values.allow), exchange: exchangeOf(values), ...signing };
  const party = await said(api.POST("/api/v1/party-connections", { body, headers }));
  const text = both(
    `已接入 ${party.name}(${party.platformCode}),id ${party.id}。`,
    `Connected to ${party.name} (${party.platformCode}), id ${party.id}.`,
  );
  return { text, json: party };
};

const list: Act = async ({ api, headers }) => {
  const { items } = await said(api.GET("/api/v1/parties", { params: { query: { limit: 500 } }, headers }));
  const rows = items.map(({ id, platformCode, name, state, lastSeenAt, exchange, pull }) => {
    const goes = exchange.push === undefined ? "" : ` push ${exchange.push.kinds.join(",")}`;
    const comes = exchange.pull === undefined ? "" : ` pull ${exchange.pull.kinds.join(",")}`;
    const wrong = pull?.lastError === undefined || pull.lastError === null ? "" : ` (${pull.lastError})`;
    return `${id}  ${platformCode}  ${name}  ${state}  ${lastSeenAt ?? "-"}${goes}${comes}${wrong}\n`;
  });
  return {
    text: rows.length === 0 ? both("没有互联平台。", "There is no other platform.") : rows.join(""),
    json: items,
  };
};

const rotate: Act = async ({ api, headers }, [id = ""]) => {
  const party = await said(api.POST("/api/v1/parties/{id}/rotate", { params: { path: { id } }, headers }));
  const text = both(
    "双方令牌已轮换,原令牌 24 小时内仍有效。",
    "Renewed on both sides; the former tokens go on for 24 hours.",
  );
  return { text, json: party };
};

const disconnect: Act = async ({ api, headers }, [id = ""]) => {
  await said(api.DELETE("/api/v1/parties/{id}", { params: { path: { id } }, headers }));
  return { text: both("已断开,令牌失效。", "Disconnected; its tokens have ended."), json: { id } };
};

const acts: { readonly [word: string]: { readonly act: Act; readonly least: number; readonly most: number } } = {
  invite: { act: invite, least: 2, most: 20 },
  connect: { act: connect, least: 2, most: 2 },
  list: { act: list, least: 0, most: 0 },
  rotate: { act: rotate, least: 1, most: 1 },
  disconnect: { act: disconnect, least: 1, most: 1 },
};

const usage = (): string =>
  both(
    "用法:dianan platform invite <平台厂商代码> <名称> | connect <版本地址> <令牌> | list | rotate <id> | disconnect <id>",
    "Use: dianan platform invite <code> <name> | connect <versions-url> <token> | list | rotate <id> | disconnect <id>",
  );

/** Signs in as the options say. @throws HubError, WordError */
const enter = async (values: PlatformValues, terminal: Terminal): Promise<SignedIn> => {
  const { account, api } = values;
  if (account === null || account === "")
    throw new WordError(
      "请用 --account 给出安全管理员的登录名。",
      "Give the account of a security administrator with --account.",
    );
  if (!URL.canParse(api)) throw new WordError(`--api 不是网址:${api}`, `--api is no address: ${api}`);
  const next = lineReader(terminal.input);
  const ask = async (given: string | null, zh: string, en: string): Promise<string> => {
    if (given !== null) return given;
    if (terminal.inputIsTerminal) terminal.err(`${zh} ${en}: `);
    return next();
  };
  if (values.password === null && terminal.inputIsTerminal)
    throw new WordError(
      "请用环境变量 DIANAN_PASSWORD 给出密码,或从标准输入送入:终端会显示所键入的内容。",
      "Give the password in DIANAN_PASSWORD, or through standard input: a terminal would show what is typed.",
    );
  const password = await ask(values.password, "密码", "Password");
  return signIn(api, { account, password, code: () => ask(values.code, "六位动态口令", "Six digits") });
};

/** `dianan platform`: 0 done, 1 the hub or the other side refuses, 2 the command line is wrong. */
export const platformCommand = async (
  values: PlatformValues,
  [word = "", ...words]: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const known = Object.hasOwn(acts, word) ? acts[word] : undefined;
  if (known === undefined || words.length < known.least || words.length > known.most) {
    terminal.err(usage());
    return 2;
  }
  let hub: SignedIn | null = null;
  try {
    // What is wrong with the words is said before anybody signs in.
    scopesOf(values.allow);
    exchangeOf(values);
    hub = await enter(values, terminal);
    const { text, json } = await known.act(hub, words, values);
    terminal.out(values.json ? `${JSON.stringify(json)}\n` : text);
    return 0;
  } catch (error) {
    if (error instanceof WordError) {
      terminal.err(both(error.zh, error.en));
      return 2;
    }
    if (!(error instanceof HubError)) throw error;
    terminal.err(`${error.message}\n`);
    return 1;
  } finally {
    await hub?.leave();
  }
};
