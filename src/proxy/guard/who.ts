/**
 * The sender of a request: staff, a kiosk session that can only create leads at its station, or a stranger. `link`: the
 * station whose form was opened by a form link, and `linkEvent` its event; they exist beside the session.
 */
export type Who = (
  { readonly role: "staff" } | { readonly role: "kiosk"; readonly station: string } | { readonly role: "stranger" }
) & { readonly link?: string; readonly linkEvent?: string };
