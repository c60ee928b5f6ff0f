import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** DingTalk (自定义机器人加签): base64 of HMAC-SHA256 with the secret over `ms\nsecret`. */
export const signDingtalk = (ms: number, secret: string): string =>
  createHmac("sha256", secret).update(`${ms}\n${secret}`).digest("base64");

/** Feishu (自定义机器人签名校验): the text `s\nsecret` is the key, and what is signed is empty. */
export const signFeishu = (seconds: number, secret: string): string =>
  createHmac("sha256", `${seconds}\n${secret}`).update("").digest("base64");

const BLOCK = 32;

/** WeCom callbacks (接收消息与事件): AES-256-CBC with PKCS#7 in blocks of 32, signed by SHA-1 of the sorted parts. */
export const createWecomCrypto = (token: string, aesKey: string, receiveId: string) => {
  const key = Buffer.from(`${aesKey}=`, "base64");
  if (key.length !== BLOCK) throw new RangeError("EncodingAESKey: 43 characters");
  const iv = key.subarray(0, 16);
  const signature = (timestamp: string, nonce: string, encrypted: string): string =>
    createHash("sha1").update([token, timestamp, nonce, encrypted].sort().join("")).digest("hex");

  return {
    signature,
    isSigned: (given: string, timestamp: string, nonce: string, encrypted: string): boolean => {
      const [a, b] = [Buffer.from(given), Buffer.from(signature(timestamp, nonce, encrypted))];
      return a.length === b.length && timingSafeEqual(a, b);
    },
    /** Null: it is not for us, or was changed. */
    open: (encrypted: string): string | null => {
      try {
        const decipher = createDecipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
        const padded = Buffer.concat([decipher.update(encrypted, "base64"), decipher.final()]);
        const pad = padded.at(-1) ?? 0;
        if (pad < 1 || pad > BLOCK) return null;
        const plain = padded.subarray(0, padded.length - pad);
        const length = plain.readUInt32BE(16);
        const id = plain.subarray(20 + length).toString();
        return 20 + length <= plain.length && id === receiveId ? plain.subarray(20, 20 + length).toString() : null;
      } catch {
        return null;
      }
    },
    /** The same way back: for answers and for tests. */
    seal: (text: string): string => {
      const body = Buffer.from(text);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(body.length);
      const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(receiveId)]);
      const pad = BLOCK - (plain.length % BLOCK);
      const cipher = createCipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
      return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString(
        "base64",
      );
    },
  };
};
