/** The form in which a text is counted, sent and compared: composed (NFC), line ends as `\n`, trimmed. */
export function normalise(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}
