import { useState } from "react";

interface Copying {
  /** False on a page without TLS, which has no clipboard. */
  readonly canCopy: boolean;
  readonly isCopied: boolean;
  readonly copy: () => Promise<void>;
}

/** Copies a text to the clipboard. */
export function useCopy(text: string): Copying {
  const [isCopied, setCopied] = useState(false);
  const canCopy = "clipboard" in navigator;
  const copy = async () => {
    if (!canCopy) return;
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return { canCopy, isCopied, copy };
}
