import { simulationTrial } from "../testing/simulationTrial.ts";

simulationTrial("new");
