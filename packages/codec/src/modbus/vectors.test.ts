import { vectorLaws } from "../../test/protocol-laws.ts";
import { modbusRtu } from "./rtu-protocol.ts";
import { modbusTcp } from "./tcp-protocol.ts";

vectorLaws(modbusRtu, 45);
vectorLaws(modbusTcp, 45);
