// A backup or a restore as a process of its own, so that a test can kill it.
// node --conditions=@dianan/source backup-child.ts backup|restore <data folder> <folder or backup>
import { backupData, restoreData } from "../src/index.ts";

const [, , act, dataDir = "", operand = ""] = process.argv;
const data = { dataDir, masterKey: "" };
process.stdout.write("begins\n");
if (act === "backup") await backupData(data, operand);
else await restoreData(data, operand, false);
process.stdout.write("ended\n");
