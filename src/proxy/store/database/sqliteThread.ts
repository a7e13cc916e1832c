import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "./database.ts";
import type { Statement } from "../driver/driver.ts";
import { mostTexts, type Answer, type Call, type Told } from "./sqlite.ts";

/** The worker thread of sqlite.ts. It runs one call at a time. */
const driver = openDatabase(String(workerData));

const texts: string[] = [];
function heard([text, values]: Told): Statement {
  if (typeof text === "number") return [texts[text] ?? "", values ?? []];
  if (texts.length < mostTexts) texts.push(text);
  return [text, values ?? []];
}

function run([, does, args]: Call): Promise<unknown> | undefined {
  if (does === "query") return driver.query(...heard(args as Told));
  if (does === "batch") return driver.batch((args as readonly Told[]).map(heard));
  return driver[does]?.();
}

async function answer(call: Call): Promise<Answer> {
  const [number] = call;
  try {
    return [number, await run(call)];
  } catch (error) {
    return [number, undefined, error];
  }
}

/** All calls of one message are done before the next message is handled, because they only wait for the disk. */
async function answerAll(calls: readonly Call[]): Promise<void> {
  const answers: Answer[] = [];
  for (const call of calls) answers.push(await answer(call));
  parentPort?.postMessage(answers);
}

parentPort?.on("message", (calls: readonly Call[]) => void answerAll(calls));
parentPort?.postMessage([]);
