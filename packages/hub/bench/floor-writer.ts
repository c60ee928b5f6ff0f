// The floor's commit: one blob row per frame, WAL, FULL, nothing else.
import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";

const FRAME_BYTES = Number(process.env.FLOOR_FRAME_BYTES);
const database = new DatabaseSync(workerData as string);
database.exec(
  "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE frame(at INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT",
);
const insert = database.prepare("INSERT INTO frame VALUES (?, ?)");

parentPort?.on("message", (chunks: readonly Uint8Array[]) => {
  database.exec("BEGIN IMMEDIATE");
  for (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += FRAME_BYTES) insert.run(Date.now(), chunk.subarray(at, at + FRAME_BYTES));
  database.exec("COMMIT");
  parentPort?.postMessage("done");
});
