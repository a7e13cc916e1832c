import { randomInt } from "node:crypto";
import { networkInterfaces } from "node:os";
import encodeQR from "qr";

const loopback = /^(127(\.\d+){3}|localhost|\[?::1\]?)$/;
export const isAlone = (host = "127.0.0.1") => host === "" || loopback.test(host);

/** Returns a passcode for trying Foyer from other devices: eight digits, easy to type on a phone. */
export const madePasscode = () => String(randomInt(10 ** 8)).padStart(8, "0");

interface Where {
  /** The address at which this machine reaches Foyer. */
  readonly address: string;
  readonly env: NodeJS.ProcessEnv;
  /** The address of the sandbox, in sandbox mode. */
  readonly sandbox?: string;
  /** The passcode that this start made. */
  readonly passcode?: string;
}

/** Returns the lines that a start prints: where Foyer is, also for other devices, and in sandbox mode what to try. */
export function whereLines({ address, env, sandbox, passcode }: Where): readonly string[] {
  const { PUBLIC_ORIGIN: origin = "", HOST } = env;
  const others = origin === "" && !isAlone(HOST) ? addressesOf(HOST ?? "", new URL(address).port) : [];
  const toScan = origin || (isAlone(HOST) ? undefined : (others[0] ?? address));
  return [
    "",
    `  Foyer is at ${origin || address.replace(/\/\/(0\.0\.0\.0|\[::\])/, "//127.0.0.1")}`,
    ...others.map((one) => `  from other devices: ${one}`),
    ...(toScan === undefined ? [] : encodeQR(toScan, "ascii").split("\n")),
    ...(passcode === undefined ? [] : [`  staff passcode, made for this start: ${passcode}`]),
    ...(sandbox === undefined ? [] : tryLines(sandbox, others[0])),
    "",
  ];
}

/** The sandbox answers on this machine only; Foyer shows signed-in staff what it stored. */
const tryLines = (sandbox: string, fromOthers: string | undefined) => [
  "  sandbox mode: nothing reaches Lofty. Try this:",
  "    type a first name of more than 30 letters at the front desk, and send it",
  `    see what was stored, and what was cut: ${sandbox}/sandbox/leads`,
  ...(fromOthers === undefined ? [] : [`    the same from other devices, signed in: ${fromOthers}/sandbox/leads`]),
  `    refuse the next lead, or go silent: ${sandbox}/sandbox/faults`,
];

/** The addresses of this machine in its networks. With one host name, only that. */
function addressesOf(host: string, port: string): readonly string[] {
  if (host !== "0.0.0.0" && host !== "::") return [];
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map((one) => `http://${one.address}:${port}`);
}
