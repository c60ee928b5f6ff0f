import { generate } from "coap-packet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyMessage, overheadOf, readDatagram, writeAnswer } from "./message.ts";

const read = (hex: string) => readDatagram(Buffer.from(hex, "hex"));

test("SEC-DEV-12: no bytes whatever make the reader throw, and what it takes can be written again", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.boolean(), (bytes, isCoap) => {
      const datagram = Buffer.from(bytes);
      // Half of them look like CoAP, so that options are read.
      if (isCoap && datagram.length > 1) datagram.writeUInt8(0x40 | (datagram.readUInt8(0) & 0x3f), 0);
      const message = readDatagram(datagram);
      if (message?.kind !== "request") return;
      expect(message.payload.length).toBeLessThan(datagram.length);
      expect(message.path.length).toBeLessThanOrEqual(8);
    }),
    { numRuns: 20_000 },
  );
});

test("RFC 7252 §3: a request is read with its parts; its blocks are numbers", () => {
  const datagram = generate({
    ...{ code: "POST", confirmable: true, messageId: 0x1234, token: Buffer.from("abcd"), payload: Buffer.from("hi") },
    options: [
      { name: "Uri-Path", value: Buffer.from("up") },
      { name: "Content-Format", value: Buffer.from([42]) },
      { name: "Uri-Query", value: Buffer.from("k=dd_1") },
      { name: "Block1", value: Buffer.from([0x1a]) },
    ],
  });
  expect(readDatagram(datagram)).toMatchObject({
    ...{ kind: "request", method: "POST", messageId: 0x1234, isConfirmable: true, path: ["up"], query: ["k=dd_1"] },
    ...{ contentFormat: 42, block1: { number: 1, isMore: true, size: 64 }, block2: null, badOption: null },
    size: datagram.length,
  });
});

test.each([
  ["a version that is not 1", "80010001", null],
  ["three bytes", "400100", null],
  ["a token of nine bytes", "490100010102030405060708090a", "malformed"],
  ["a token that is cut", "44010001aa", "malformed"],
  ["an option that is cut", "40010001b3 6162".replace(" ", ""), "malformed"],
  ["a payload marker without payload", "40010001ff", "malformed"],
  ["an empty message with something behind", "40000001ff61", "malformed"],
  ["an option delta of 15", "40010001f161", "malformed"],
  ["an answer", "60450001", "settled"],
  ["an answer that is confirmable", "40450001", "stray"],
  ["a ping", "40000001", "ping"],
  ["a reset", "70000001", "settled"],
])("RFC 7252 §3, §4.2: %s", (_, hex, kind) => {
  expect(read(hex)?.kind ?? null).toBe(kind);
});

test("RFC 7252 §5.4.1: a critical option that is not understood is named, an elective one is not", () => {
  const withOption = (name: string | number, value = Buffer.from([1])) => {
    const message = readDatagram(generate({ code: "GET", options: [{ name: name as "ETag", value }] }));
    return message?.kind === "request" ? message.badOption : "no request";
  };
  expect(["Observe", "ETag", "Size1", "2052"].map((name) => withOption(name))).toEqual([null, null, null, null]);
  expect(["If-Match", "Proxy-Uri", "OSCORE", "2051"].map((name) => withOption(name))).toEqual([
    ...["If-Match", "Proxy-Uri", "OSCORE", "2051"],
  ]);
  // RFC 7959 §2.2: 7 is no size.
  expect(withOption("Block1", Buffer.from([7]))).toBe("Block1");
  expect(withOption("Block2", Buffer.from([1, 2, 3, 4]))).toBe("Block2");
});

test("an answer is never larger than its payload and what is counted for the rest", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), fc.uint8Array({ minLength: 1, maxLength: 64 }), (token, payload) => {
      const request = readDatagram(generate({ code: "GET", token: Buffer.from(token) }));
      if (request?.kind !== "request") throw new Error("no request");
      const block = { number: 4_000, isMore: true, size: 64 };
      const bytes = writeAnswer("ack", 1, request.token, {
        ...{ code: "2.05", payload, contentFormat: 50, maxAgeSeconds: 60_000, block1: block, block2: block },
        etag: new Uint8Array(4),
      });
      expect(bytes.length).toBeLessThanOrEqual(payload.length + overheadOf(request));
    }),
  );
  expect(emptyMessage("reset", 0x1234).toString("hex")).toBe("70001234");
  expect(emptyMessage("ack", 0x1234).toString("hex")).toBe("60001234");
});
