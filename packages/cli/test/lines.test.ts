import { expect, test } from "vitest";
import { parseLineSecrets, parseLines } from "../src/commands/lines.ts";

test("lines have a name, a protocol, an address and a port", () => {
  expect(
    parseLines("plc1=modbus-tcp://10.20.0.5:502, bus-2=modbus-rtu://gw.plant:8899,v6=modbus-tcp://[fd00::5]:502"),
  ).toEqual([
    { name: "plc1", protocol: "modbus-tcp", host: "10.20.0.5", port: 502 },
    { name: "bus-2", protocol: "modbus-rtu", host: "gw.plant", port: 8899 },
    { name: "v6", protocol: "modbus-tcp", host: "fd00::5", port: 502 },
  ]);
  expect(parseLines("")).toEqual([]);
});

test.each([
  "plc1",
  "modbus-tcp://10.20.0.5:502",
  "plc1=10.20.0.5:502",
  "plc1=modbus-tcp://10.20.0.5",
  "plc1=modbus-tcp://10.20.0.5:0",
  "plc1=modbus-tcp://10.20.0.5:65536",
  "PLC=modbus-tcp://10.20.0.5:502",
  "a/b=modbus-tcp://10.20.0.5:502",
  "plc1=modbus-tcp://me@10.20.0.5:502",
  "plc1=modbus-tcp://10.20.0.5:502/x",
])("%s is refused with what it should be", (text) => {
  expect(() => parseLines(text)).toThrow(`"${text}" 应为 名称=协议://地址:端口`);
});

test("a name stands for one gateway", () => {
  expect(() => parseLines("a=modbus-tcp://h:1,a=modbus-tcp://h:2")).toThrow("重复");
});

test("a broker has a user, and its password comes from a file", () => {
  const secrets = parseLineSecrets("# brokers\n\nbroker1=p=a ss\r\n");
  expect(parseLines("broker1=mqtt://hub@10.20.0.6:1883,open=mqtt://b:1884", secrets)).toEqual([
    { name: "broker1", protocol: "mqtt", host: "10.20.0.6", port: 1883, username: "hub", password: "p=a ss" },
    { name: "open", protocol: "mqtt", host: "b", port: 1884 },
  ]);
  expect(() => parseLines("open=mqtt://b:1884", secrets)).toThrow("there is no line broker1 with a user");
});

test("a password in a line is refused, and not said again", () => {
  const attempt = (): unknown => parseLines("broker1=mqtt://hub:s3cret@10.20.0.6:1883");
  expect(attempt).toThrow("mqtt://hub:***@10.20.0.6:1883");
  expect(attempt).not.toThrow("s3cret");
});

test.each(["broker1", "=x", "Broker=x", "broker1="])("a file of passwords with %s is refused by its line", (line) => {
  expect(() => parseLineSecrets(`ok=1\n${line}`)).toThrow("line 2 is name=password");
});
