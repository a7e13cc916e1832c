/** What is worth asking about: an email or phone that looks whole, each once. */
export function reaches(emails: unknown, phones: unknown) {
  return {
    emails: whole(emails, (text) => /^\S+@\S+\.[^\s.]{2,}$/.test(text)),
    phones: whole(phones, (text) => text.replace(/\D/g, "").length >= leastDigits),
  };
}

const leastDigits = 7;

const whole = (rows: unknown, looksWhole: (text: string) => boolean): readonly string[] => {
  const texts = Array.isArray(rows) ? rows.filter((row) => typeof row === "string").map((row) => row.trim()) : [];
  return [...new Set(texts.filter(looksWhole))];
};
