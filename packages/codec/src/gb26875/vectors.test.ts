import { vectorLaws } from "../../test/protocol-laws.ts";
import { gb26875 } from "./protocol.ts";

vectorLaws(gb26875, 160);
