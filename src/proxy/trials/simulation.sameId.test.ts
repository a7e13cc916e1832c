import { simulationTrial } from "../testing/simulationTrial.ts";

simulationTrial("same-id");
