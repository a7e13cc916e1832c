/** Nine encodings in which a file or response could contain a secret. */
export function encodings(secret: string): readonly (readonly [name: string, bytes: Buffer])[] {
  const bytes = Buffer.from(secret);
  // Base64 has three alignments. The characters that also encode neighboring bytes are cut off.
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return whole.slice(before === 0 ? 0 : before + 1, (before + bytes.length) % 3 === 0 ? undefined : -1);
  });
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  return [
    ["as it is", bytes],
    ...base64.map((text, before) => [`base64, ${before} before`, Buffer.from(text)] as const),
    ["base64url", Buffer.from(bytes.toString("base64url"))],
    ["hex", Buffer.from(bytes.toString("hex"))],
    ["percent", Buffer.from(percent)],
    ["UTF-16", Buffer.from(secret, "utf16le")],
    ["reversed", Buffer.from([...secret].toReversed().join(""))],
  ];
}

/** Returns the encodings in which `where` contains the secret. Ignores case for hex and percent. */
export const found = (secret: string, where: Buffer): readonly string[] => {
  const lower = Buffer.from(where.toString("latin1").toLowerCase(), "latin1");
  return encodings(secret)
    .filter(([name, bytes]) => (name === "hex" || name === "percent" ? lower : where).includes(bytes))
    .map(([name]) => name);
};
