/**
 * Whether one of a station's frame parents is this origin, as browsers compare them in `frame-ancestors`: `*.` stands
 * for one or more names, and http also means https.
 */
export function isFrameParent(parents: readonly string[], origin: string): boolean {
  const is = partsOf(origin);
  return parents.some((parent) => {
    const may = partsOf(parent);
    if (!is || !may) return false;
    const isHost = may.host.startsWith("*.") ? is.host.endsWith(may.host.slice(1)) : is.host === may.host;
    const isUpgrade = may.scheme === "http" && is.scheme === "https";
    const isPort = is.port === may.port || (isUpgrade && may.port === usual.http && is.port === usual.https);
    return isHost && isPort && (is.scheme === may.scheme || isUpgrade);
  });
}

const usual: Readonly<Record<string, string>> = { http: "80", https: "443" };

function partsOf(origin: string) {
  const [, scheme = "", host = "", port] = /^(https?):\/\/(.*?)(?::(\d+))?$/.exec(origin.toLowerCase()) ?? [];
  return scheme ? { scheme, host, port: port ?? usual[scheme] } : undefined;
}
