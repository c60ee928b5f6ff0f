import { readFileSync } from "node:fs";
import { bkv, type YkcFrame, ykc } from "@dianan/codec";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandDesk, openDesk } from "./command-fixture.ts";
import { until } from "./http-fixture.ts";
import { ap3000Frames, noFaults, openAp3000, openBkv, openYkc, ykcFrames } from "./pile-wire.ts";
import { deviceBody, list, record } from "./registry.ts";

const PILE = "55031412782305";
const SOCKET = "07ceaa40";
const GATEWAY = "82200520004869";
const door = { host: "127.0.0.1", port: 0 } as const;

let desk: CommandDesk;
beforeAll(async () => {
  desk = await openDesk([1], {
    doors: [
      { ...door, protocol: "ykc" },
      { ...door, protocol: "ap3000" },
      { ...door, protocol: "bkv" },
    ],
  });
  const items = [
    deviceBody("pile", PILE, { protocol: "ykc", type: "chargingPile" }),
    deviceBody("gateway", GATEWAY, { protocol: "bkv", type: "chargingPile" }),
    deviceBody("socket", SOCKET, { protocol: "ap3000", type: "chargingPile" }),
  ];
  const answer = await desk.hub().call("POST", "/api/v1/devices", { items });
  expect(await answer.text()).not.toContain("refused");
});
afterAll(() => desk?.end());

const ykcPort = (): number => desk.hub().hub.doorPorts[0] ?? 0;
const ap3000Port = (): number => desk.hub().hub.doorPorts[1] ?? 0;
const is =
  (kind: string) =>
  ({ body }: YkcFrame): boolean =>
    body.kind === kind;
const undecodable = async (): Promise<readonly { error: { code: string }; protocol: string }[]> => {
  const answer = await desk.hub().call("GET", "/api/v1/undecodable");
  return ((await answer.json()) as { items: { error: { code: string }; protocol: string }[] }).items;
};

describe("YKC 云快充", () => {
  test("a login is answered and the pile's clock is set; from then on it is online", async () => {
    const wire = await openYkc(ykcPort());
    const pile = ykcFrames(PILE);
    const login = pile.login();
    wire.send(login);
    const taken = await wire.next(is("loginAnswer"));
    expect(taken).toMatchObject({ seq: login.seq, body: { pile: PILE, result: 0 } });
    const { body } = await wire.next(is("setClock"));
    if (body.kind !== "setClock") throw new Error(body.kind);
    expect(Math.abs((ykc.instantOf(body.time, 480) ?? 0) - Date.now())).toBeLessThan(60_000);
    wire.send(pile.heartbeat("01"));
    expect((await wire.next(is("heartbeatAnswer"))).body).toMatchObject({ pile: PILE, gun: "01", answer: 0 });
    expect(await record(desk.hub(), "devices/pile")).toMatchObject({ presence: "online" });
    await wire.end();
  });

  test("CP-3.2: state, values and a session per gun; a transaction is confirmed once it is stored, and sent again it is no twin", async () => {
    const wire = await openYkc(ykcPort());
    const pile = ykcFrames(PILE);
    const order = `${PILE}012611270800000001`;
    const charging = { state: 3, plugged: 1, transaction: order, current: 12, elapsed: 5, energy: 600 };
    wire.send(pile.realtime("01", charging));
    wire.send(pile.realtime("02"));
    const end = Date.now() - 60_000;
    // 41: the battery is full.
    const settled = pile.transaction("01", order, end - 3_600_000, end, 0x41);
    wire.send(settled);
    expect((await wire.next(is("transactionConfirm"))).body).toMatchObject({ transaction: order, result: 0 });
    const [session] = await list(desk.hub(), "charging-sessions?deviceId=pile");
    expect(session).toMatchObject({ order, state: "ended", end: "full", energyKwh: 0.82, isAbnormal: false });
    wire.send({ ...settled, seq: Uint8Array.of(9, 9) });
    await wire.next(is("transactionConfirm"));
    expect(await list(desk.hub(), "charging-sessions?deviceId=pile")).toHaveLength(1);
    const ports = await list(desk.hub(), "components?deviceId=pile");
    expect(ports.map(({ componentKey, type }) => [componentKey, type])).toContainEqual(["port/2", "chargingPort"]);
    await wire.end();
  });

  test("CP-3.1: every hardware fault is an alarm of its own type, and an end that is a protection one more", async () => {
    const wire = await openYkc(ykcPort());
    const pile = ykcFrames(PILE);
    wire.send(pile.realtime("02", { state: 1, faults: { ...noFaults, outletTemperature: true, contactor: true } }));
    const order = `${PILE}02261127090000002`.padEnd(32, "0");
    const end = Date.now() - 30_000;
    wire.send(pile.transaction("02", order, end - 600_000, end, 0x83));
    await wire.next(is("transactionConfirm"));
    const types = (await list(desk.hub(), "alarms?deviceId=pile")).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(["temperatureOver", "relayWelded"]));
    const sessions = await list(desk.hub(), "charging-sessions?deviceId=pile&abnormal=true");
    expect(sessions).toMatchObject([{ order, rawCode: "stop:83" }]);
    await wire.end();
  });

  test("SEC-DEV-01: a pile that nobody has registered is listed, and touches no records", async () => {
    const wire = await openYkc(ykcPort());
    const stranger = ykcFrames("99999999999999");
    wire.send(stranger.login());
    await wire.next(is("loginAnswer"));
    const answer = await desk.hub().call("GET", "/api/v1/unclaimed");
    expect(((await answer.json()) as { items: unknown[] }).items).toContainEqual(
      expect.objectContaining({ protocol: "ykc", wireAddress: "99999999999999", frames: 1 }),
    );
    await wire.end();
  });

  test("what cannot be read is kept with its reason and not answered; the connection goes on", async () => {
    const wire = await openYkc(ykcPort());
    const pile = ykcFrames(PILE);
    const wrong = ykc.encodeFrame(pile.heartbeat("01"));
    wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 0xff;
    wire.sendBytes(wrong);
    const down = ykc.encodeFrame({
      seq: Uint8Array.of(0, 1),
      encryption: 0,
      body: { kind: "loginAnswer", pile: PILE, result: 0, unparsed: new Uint8Array(0) },
    });
    wire.sendBytes(down);
    wire.send(pile.heartbeat("02"));
    await wire.next(is("heartbeatAnswer"));
    expect(wire.left).toEqual([]);
    const codes = await until(undecodable, (rows) => rows.length >= 2);
    expect(codes.map(({ protocol, error }) => `${protocol} ${error.code}`)).toEqual(
      expect.arrayContaining(["ykc wrong-direction"]),
    );
    await wire.end();
  });

  test("SEC-DEV-14: reading is allowed, starting wants the organisation's written word; then a pile starts, or says why not", async () => {
    const wire = await openYkc(ykcPort());
    const pile = ykcFrames(PILE);
    wire.send(pile.heartbeat("02"));
    await wire.next(is("heartbeatAnswer"));
    const port = (await list(desk.hub(), "components?deviceId=pile")).find(
      ({ componentKey }) => componentKey === "port/2",
    );
    const start = { action: "startCharge", componentId: port?.id, parameters: { balanceFen: 500 } };
    const early = await desk.send("pile", start);
    expect([early.status, early.body.code]).toEqual([422, "trust-too-low"]);

    const read = await desk.send("pile", { action: "read", componentId: port?.id });
    const asked = await wire.next(is("readRealtime"));
    wire.send(pile.answer(asked, pile.realtime("02", { plugged: 1 }).body));
    expect(await desk.settled(read.body.id)).toMatchObject({ state: "done" });

    await desk.allow({ isT0Allowed: true, authorisation: "晋安监〔2026〕12 号", needsSecondPerson: true });
    const refused = await desk.send("pile", start);
    const first = await wire.next(is("remoteStart"));
    const of = { kind: "remoteStartAnswer", gun: "02", transaction: "0".repeat(32) };
    wire.send(pile.answer(first, { ...of, result: 0, reason: 5 }));
    expect(await desk.settled(refused.body.id)).toMatchObject({
      state: "refused",
      result: expect.stringContaining("未插枪"),
    });
    const taken = await desk.send("pile", start);
    const second = await wire.next(is("remoteStart"));
    expect(second.body).toMatchObject({ gun: "02", balance: 500 });
    wire.send(pile.answer(second, { ...of, result: 1, reason: 0 }));
    expect(await desk.settled(taken.body.id)).toMatchObject({ state: "done" });
    await wire.end();
  });

  test("a command that the protocol does not have, or with parameters that do not fit, is refused", async () => {
    for (const [draft, status, code] of [
      [{ action: "mute" }, 422, "not-supported"],
      [{ action: "read" }, 422, "invalid"],
      [{ action: "syncClock", parameters: { at: 1 } }, 422, "invalid"],
    ] as const) {
      const answer = await desk.send("pile", draft);
      expect([answer.status, answer.body.code], JSON.stringify(draft)).toEqual([status, code]);
    }
  });
});

describe("AP3000", () => {
  test("CP-3.1, CP-3.2: it registers, its ports have states, a settlement is confirmed once stored, water is an alarm", async () => {
    const wire = await openAp3000(ap3000Port());
    const socket = ap3000Frames(SOCKET);
    wire.sendBytes(new TextEncoder().encode("89860012345678901234"));
    const register = socket.register();
    wire.send(register);
    const answered = await wire.next(({ message }) => message.kind === "registerAnswer");
    expect(answered).toMatchObject({ device: register.device, messageId: register.messageId });
    wire.sendBytes(new TextEncoder().encode("link"));
    wire.send(socket.heartbeat([1, 0, 9]));
    await wire.next(({ message }) => message.kind === "heartbeatAnswer");
    const settled = socket.settlement(0, "A-1", 5);
    wire.send(settled);
    await wire.next(({ message }) => message.kind === "settlementAnswer");
    wire.send(settled);
    await wire.next(({ message }) => message.kind === "settlementAnswer");
    expect(await list(desk.hub(), "charging-sessions?deviceId=socket")).toMatchObject([
      { order: "A-1", state: "ended", end: "userUnplugged", energyKwh: 0.82 },
    ]);
    wire.send(socket.alarm(2, 0));
    wire.send(socket.timeRequest());
    const time = await wire.next(({ message }) => message.kind === "timeAnswer");
    expect(time.message).toMatchObject({ time: expect.any(Number) });
    const types = (await list(desk.hub(), "alarms?deviceId=socket")).map(({ type }) => type);
    expect(types.sort()).toEqual(["relayWelded", "userUnplugged", "waterImmersion"]);
    expect((await undecodable()).filter(({ protocol }) => protocol === "ap3000")).toEqual([]);
    await wire.end();
  });

  test("a stop goes out with the command's number, and what the device says of it is its result", async () => {
    const wire = await openAp3000(ap3000Port());
    const socket = ap3000Frames(SOCKET);
    wire.send(socket.heartbeat([1]));
    await wire.next(({ message }) => message.kind === "heartbeatAnswer");
    await desk.allow({ isT0Allowed: true, authorisation: "晋安监〔2026〕12 号", needsSecondPerson: true });
    const ports = await list(desk.hub(), "components?deviceId=socket");
    const port = ports.find(({ componentKey }) => componentKey === "port/1");
    const draft = { action: "stopCharge", componentId: port?.id, parameters: { order: "A-2" } };
    const command = await desk.send("socket", draft);
    const asked = await wire.next(({ message }) => message.kind === "startStop");
    expect(asked.message).toMatchObject({ action: 0, port: 0 });
    const of = { kind: "startStopAnswer", order: new Uint8Array(16), port: 0, waiting: 0 };
    wire.send(socket.answer(asked, { ...of, result: 2 }));
    expect(await desk.settled(command.body.id)).toMatchObject({
      state: "refused",
      result: expect.stringContaining("已是该状态"),
    });
    await wire.end();
  });
});

describe("BKV", () => {
  const path = new URL("../../../specs/vectors/bkv/frames.json", import.meta.url);
  const { vectors } = JSON.parse(readFileSync(path, "utf8")) as { vectors: { name: string; hex: string }[] };
  const frameOf = (begin: string): Uint8Array =>
    Uint8Array.from(Buffer.from(vectors.find(({ name }) => name.startsWith(begin))?.hex ?? "", "hex"));
  const heartbeat = frameOf("heartbeat");
  const answered = ({ payload }: { readonly payload: { readonly kind: string } }) => payload.kind === "heartbeatAnswer";

  test("CP-3.1, CP-3.2: a heartbeat is answered with the time; an end sent again is one session; residual current is an alarm", async () => {
    const wire = await openBkv(desk.hub().hub.doorPorts[2] ?? 0);
    wire.sendBytes(heartbeat);
    const { gateway, serial, payload } = await wire.next(answered);
    expect([gateway, serial]).toEqual([GATEWAY, 1]);
    if (payload.kind !== "heartbeatAnswer") throw new Error(payload.kind);
    expect(Math.abs((bkv.instantOf(payload.time, 480) ?? 0) - Date.now())).toBeLessThan(60_000);
    const end = frameOf("charging ended, reason 9");
    const decoded = bkv.decodeFrame(end);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const again = bkv.encodeFrame({ ...decoded.value, serial: 77 });
    for (const bytes of [end, again, frameOf("abnormal event: residual current"), heartbeat]) wire.sendBytes(bytes);
    await wire.next(answered);
    expect(wire.left).toEqual([]);
    expect(await list(desk.hub(), "charging-sessions?deviceId=gateway")).toMatchObject([
      { state: "ended", end: "overTemperature" },
    ]);
    const types = (await list(desk.hub(), "alarms?deviceId=gateway")).map(({ type }) => type);
    expect(types.sort()).toEqual(["overVoltage", "residualCurrentOver", "temperatureOver"]);
    await wire.end();
  });

  test("what a platform sends, and a wrong sum, are kept as refused and not answered; so is a command", async () => {
    const wire = await openBkv(desk.hub().hub.doorPorts[2] ?? 0);
    const wrong = Uint8Array.from(heartbeat);
    wrong[wrong.length - 3] = (wrong.at(-3) ?? 0) ^ 0xff;
    for (const bytes of [wrong, frameOf("published: answer to a heartbeat"), heartbeat]) wire.sendBytes(bytes);
    await wire.next(answered);
    expect(wire.left).toEqual([]);
    const codes = await until(
      async () => (await undecodable()).filter(({ protocol }) => protocol === "bkv"),
      (rows) => rows.some(({ error }) => error.code === "wrong-direction"),
    );
    expect(codes.length).toBeGreaterThan(0);
    const command = await desk.send("gateway", { action: "startCharge" });
    expect([command.status, command.body.code]).toEqual([422, "not-supported"]);
    await wire.end();
  });
});
