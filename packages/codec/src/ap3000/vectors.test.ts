import { vectorLaws } from "../../test/protocol-laws.ts";
import { ap3000 } from "./protocol.ts";

vectorLaws(ap3000, 30);
