import { simulationTrial } from "../testing/simulationTrial.ts";

simulationTrial("ghost");
