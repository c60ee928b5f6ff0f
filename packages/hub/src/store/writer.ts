// The writer thread: the only one that writes. One message is one transaction of many jobs.
import { parentPort, workerData } from "node:worker_threads";
import type { WriterMessage, WriterOptions, WriterReply } from "./message.ts";
import { openWriter, type Writer } from "./writer-database.ts";

const reply = (message: WriterReply): void => parentPort?.postMessage(message);

const open = (): Writer | null => {
  try {
    return openWriter(workerData as WriterOptions);
  } catch (error) {
    reply({ kind: "refused", message: error instanceof Error ? error.message : String(error) });
    return null;
  }
};

const writer = open();
if (writer) {
  parentPort?.on("message", (message: WriterMessage) => {
    if (message.kind === "close") {
      writer.close();
      parentPort?.close();
      return;
    }
    const started = performance.now();
    const { jobs, bytes } = message;
    const all = writer.run(jobs, bytes);
    // Nearly all are light and written: nothing need be said of them.
    const results = all.map((result, n) => (result.ok && typeof jobs[n] === "number" ? null : result));
    reply({ kind: "done", results, ms: performance.now() - started });
  });
  reply({ kind: "ready", epoch: writer.epoch });
}
