import { vectorLaws } from "../../test/protocol-laws.ts";
import { bkv } from "./protocol.ts";

vectorLaws(bkv, 30);
