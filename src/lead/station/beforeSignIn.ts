/** What a kiosk asks before Sign in. Everything after it can be skipped. */
export const beforeSignIn: readonly string[] = ["firstName", "lastName", "phones", "emails"];
