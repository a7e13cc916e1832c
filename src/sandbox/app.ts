import type { Answer } from "./answer.ts";
import { asResponse } from "./asResponse.ts";
import { control } from "./control.ts";
import { refusalOfForeign } from "./loopback.ts";
import { serve } from "./serve.ts";
import { createWorld, type Means, type World } from "./world.ts";

export interface Sandbox {
  /** Asks the stand-in without a socket; what a socket would suffer becomes what the caller's `fetch` would. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** What to send, and how; server.ts puts it on a socket. */
  readonly answer: (request: Request) => Promise<Answer>;
  readonly wait: World["wait"];
}

/** The CRM's documented behaviour as a function of a request, a clock and chance. */
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
