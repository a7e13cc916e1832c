import type { After, Log } from "../platform/clock.ts";
import type { Gate } from "./gate.ts";

interface Settings {
  readonly after: After;
  readonly log: Log;
  readonly gate: Pick<Gate, "ask" | "credentialRefused">;
  /** The name of the environment variable with the credential. */
  readonly variable: string;
}

export interface Credential {
  readonly state: () => "untried" | "taken" | "refused";
  readonly variable: string;
  readonly stop: () => void;
}

const againMs = 60_000;

/**
 * Checks the credential with the cheapest request (LOFTY.md 1): at start, then every minute until the CRM accepts it.
 * Logs when it is refused, and when it is accepted again.
 */
export function watchCredential({ gate, after, log, variable }: Settings): Credential {
  let isTried = false;
  let logged: string | undefined;
  let cancel = () => {};
  let ended = false;
  const state = () => (gate.credentialRefused() ? "refused" : isTried ? "taken" : "untried");
  const turn = async () => {
    if (state() !== "taken") {
      const { kind } = await gate.ask("look-up")("GET", "/v1.0/me");
      // A refusal of this request also shows that the credential is valid.
      if (kind === "answered" || kind === "refused") isTried = true;
    }
    if (ended) return;
    if (state() !== logged && state() !== "untried") log(`credential-${state()}`, { variable });
    logged = state();
    cancel = after(againMs, () => void turn());
  };
  void turn();
  return {
    state,
    variable,
    stop: () => {
      ended = true;
      cancel();
    },
  };
}
