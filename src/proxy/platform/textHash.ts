import { hash } from "node:crypto";

/** Returns the SHA-256 of a text in UTF-8, in 64 hex digits. It identifies a text that a person was shown. */
export const textHash = (text: string): string => hash("sha256", text, "hex");
