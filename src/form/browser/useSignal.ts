import { useEffect, useState } from "react";

/** Returns the signal for requests of this component. It aborts when the component is removed. */
export function useSignal(): AbortSignal {
  const [controller] = useState(() => new AbortController());
  useEffect(() => () => controller.abort(), [controller]);
  return controller.signal;
}
