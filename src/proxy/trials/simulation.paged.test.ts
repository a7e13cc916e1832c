import { pagedTrial } from "../testing/simulationTrial.ts";

pagedTrial();
