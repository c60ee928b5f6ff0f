import { vectorLaws } from "../../test/protocol-laws.ts";
import { juy } from "./protocol.ts";

vectorLaws(juy, 15);
