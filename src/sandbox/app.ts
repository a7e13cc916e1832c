import type { Answer } from "./answer.ts";
import { asResponse } from "./asResponse.ts";
import { control } from "./control.ts";
import { refusalOfForeign } from "./loopback.ts";
import { serve } from "./serve.ts";
import { createWorld, type Means, type World } from "./world.ts";

export interface Sandbox {
  /** Handles a request without a socket. Simulated network faults reject or never resolve, as `fetch` would. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Returns the response and how to send it; server.ts writes it to a socket. */
  readonly answer: (request: Request) => Promise<Answer>;
  readonly wait: World["wait"];
}

/** Creates the sandbox: the CRM's documented behavior as a function of request, clock and random numbers. */
export function createSandbox(means: Means): Sandbox {
  const world = createWorld(means);
  const answer = async (request: Request) => {
    const url = new URL(request.url);
    const refusal = refusalOfForeign(request);
    if (refusal !== undefined) return refusal;
    return /^\/($|sandbox($|\/))/.test(url.pathname) ? control(world, request, url) : serve(world, request, url);
  };
  return {
    answer,
    wait: world.wait,
    fetch: (request) => asResponse(answer(request), world.wait, request.signal),
  };
}
