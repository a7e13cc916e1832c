import { appOver, unreachable } from "./appOver.ts";

export const from = (address: string) => ({ "x-forwarded-for": address });
export const cookieIn = (answer: Response) => /^[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";

/**
 * The real proxy behind a trusted proxy, with a cookie for each sender: staff, a kiosk, a form link's visitor, nobody.
 */
export async function signedInRooms() {
  const rooms = await appOver(unreachable, {
    STAFF_PASSCODE: "open sesame",
    TRUST_PROXY: "1",
    METRICS_TOKEN: "metrics-canary",
    PUBLIC_ORIGIN: "http://127.0.0.1",
  });
  const sign = async (body: object) =>
    cookieIn(await rooms.send("POST", "/api/session", { passcode: "open sesame", ...body }));
  const staff = await sign({});
  const kiosk = await sign({ station: "kiosk" });
  const made = await rooms.send("POST", "/api/stations/open-house/link", undefined, { cookie: staff });
  const { url } = (await made.json()) as { url: string };
  const link = cookieIn(await rooms.send("GET", new URL(url).pathname));
  const cookies: Readonly<Record<string, string>> = { staff, kiosk, link, stranger: "" };
  return { rooms, cookies };
}
