import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { profileDocs, profileSchemas, profileText, testProfile } from "@dianan/profile";
import { shippedProfiles, starterProfiles } from "@dianan/profile/shipped";
import { nearest } from "../options/nearest.ts";
import type { Options, Values } from "../options/option.ts";
import { findingsText, loadProfile } from "../profiles/load-profile.ts";
import { reportText } from "../profiles/report-text.ts";
import { both, type ExitCode, type Terminal } from "../terminal.ts";

// biome-ignore format: a table is read by its rows
export const profileOptions = [
  { name: "protocol", kind: "text", default: null, oneOf: Object.keys(starterProfiles), zh: "new:设备说的协议。", en: "new: the protocol that the device speaks." },
  { name: "out", kind: "text", default: null, zh: "new:写到哪个文件,默认 <id>.json。docs:写到文件而不是屏幕。", en: "new: file to write, default <id>.json. docs: a file instead of the screen." },
  { name: "strict", kind: "flag", zh: "test:有测点或告警没有向量证明也算失败。", en: "test: a point or condition that no vector shows fails too." },
  { name: "json", kind: "flag", zh: "test:每份档案输出一行 JSON。", en: "test: one line of JSON for each profile." },
] as const satisfies Options;
type ProfileValues = Values<typeof profileOptions>;
type Action = (values: ProfileValues, words: readonly string[], terminal: Terminal) => ExitCode;

const usage = (terminal: Terminal, zh: string, en: string): ExitCode => {
  terminal.err(both(zh, en));
  return 2;
};

/** Writes a small profile that passes already, to be changed into one's own, and the schema that editors check it with. */
const create: Action = ({ protocol, out }, [id, ...more], terminal) => {
  if (id === undefined || more.length > 0)
    return usage(
      terminal,
      "要一个档案标识:dianan profile new my-meter --protocol modbus-rtu。",
      "One id is needed: dianan profile new my-meter --protocol modbus-rtu.",
    );
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length < 2 || id.length > 64)
    return usage(
      terminal,
      `标识 ${id} 不行:用小写字母、数字和连字符,首字符为字母,2 到 64 个字符。`,
      `The id ${id} will not do: lower-case letters, digits and hyphens, a letter first, 2 to 64 characters.`,
    );
  const starter = protocol === null ? undefined : starterProfiles[protocol];
  if (starter === undefined) {
    const known = Object.keys(starterProfiles).join(", ");
    return usage(terminal, `请用 --protocol 选一个协议:${known}。`, `Choose a protocol with --protocol: ${known}.`);
  }
  const file = out ?? `${id}.json`;
  if (existsSync(file)) {
    terminal.err(both(`${file} 已经存在,没有改动。`, `${file} is there already and was left alone.`));
    return 1;
  }
  try {
    writeFileSync(file, profileText({ $schema: "./profile.schema.json", ...starter, id }));
    for (const [name, schema] of Object.entries(profileSchemas)) {
      const beside = join(dirname(file), name);
      if (!existsSync(beside)) writeFileSync(beside, `${JSON.stringify(schema, null, 2)}\n`);
    }
  } catch (error) {
    const { code = "", path = file } = error as NodeJS.ErrnoException;
    terminal.err(both(`写不了 ${path}:${code}。`, `${path} cannot be written: ${code}.`));
    return 1;
  }
  terminal.out(
    both(
      `已写 ${file}。改成你的设备,然后:dianan profile test ${file}`,
      `${file} is written. Make it your device's, then: dianan profile test ${file}`,
    ),
  );
  return 0;
};

const test: Action = ({ strict, json }, words, terminal) => {
  let code: ExitCode = 0;
  for (const word of words.length > 0 ? words : Object.keys(shippedProfiles)) {
    const loaded = loadProfile(word);
    if (!loaded.ok) {
      code = 1;
      const { zh, en, findings } = loaded;
      if (json) terminal.out(`${JSON.stringify({ ok: false, profile: word, message: `${zh} ${en}`, findings })}\n`);
      else terminal.err(both(zh, en) + findingsText(findings));
      continue;
    }
    const report = testProfile(loaded.profile);
    if (!report.ok || (strict && report.untested.length > 0)) code = 1;
    terminal.out(json ? `${JSON.stringify(report)}\n` : reportText(report));
  }
  return code;
};

const docs: Action = ({ out }, [word, ...more], terminal) => {
  if (word === undefined || more.length > 0)
    return usage(terminal, "要一份档案:文件或标识。", "One profile is needed: a file or an id.");
  const loaded = loadProfile(word);
  if (!loaded.ok) {
    terminal.err(both(loaded.zh, loaded.en) + findingsText(loaded.findings));
    return 1;
  }
  const page = profileDocs(loaded.profile);
  if (out === null) {
    terminal.out(page);
    return 0;
  }
  try {
    writeFileSync(out, page);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    terminal.err(both(`写不了 ${out}:${code}。`, `${out} cannot be written: ${code}.`));
    return 1;
  }
  terminal.out(both(`已写 ${out}。`, `${out} is written.`));
  return 0;
};

const list: Action = (_, words, terminal) => {
  if (words.length > 0) return usage(terminal, "list 不带别的词。", "list takes no other words.");
  for (const { id, version, identity, transport } of Object.values(shippedProfiles))
    terminal.out(
      `${id.padEnd(34)} ${version.padEnd(8)} ${transport.protocol.padEnd(12)} ${identity.vendor.zh} ${identity.vendor.en}\n`,
    );
  return 0;
};

const actions: { readonly [name: string]: Action } = { new: create, test, docs, list };

/** `dianan profile`: writes, tests and explains device profiles. */
export const profileCommand = async (
  values: ProfileValues,
  [name, ...words]: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const action = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action !== undefined) return action(values, words, terminal);
  const known = Object.keys(actions).join(", ");
  const near = name === undefined ? null : nearest(name, Object.keys(actions));
  if (near !== null)
    return usage(
      terminal,
      `没有 profile ${name},是否想用 ${near}?`,
      `There is no profile ${name}. Did you mean ${near}?`,
    );
  return usage(terminal, `profile 后面要有一个动作:${known}。`, `profile needs an action: ${known}.`);
};
