/** The inline scripts and styles of a page, as policy sources: `'sha256-…'`. */
export interface Inline {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

const policy = ({ scripts, styles }: Inline) => [
  "default-src 'none'",
  ["script-src 'self'", ...scripts].join(" "),
  ["style-src 'self'", ...styles].join(" "),
  "img-src 'self' data:",
  "frame-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

const nothingInline: Inline = { scripts: [], styles: [] };

/**
 * Returns the security headers of every response. Only an embed station's page may be framed, by the sites it lists and
 * by our own settings page. Only the inline parts in `inline` may run.
 */
export function secureHeaders(
  frameParents: readonly string[],
  secure: boolean,
  inline: Inline = nothingInline,
): Record<string, string> {
  const framed = frameParents.length > 0;
  return {
    "content-security-policy": [
      ...policy(inline),
      `frame-ancestors ${framed ? frameParents.join(" ") : "'none'"}`,
    ].join("; "),
    ...(framed ? {} : { "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin" }),
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ...(secure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
