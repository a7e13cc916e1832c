const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** The headers of every answer. Only an embed station's own page may stand in the frames it names. */
export function secureHeaders(frameParents: readonly string[], secure: boolean): Record<string, string> {
  const framed = frameParents.length > 0;
  return {
    "content-security-policy": [...policy, `frame-ancestors ${framed ? frameParents.join(" ") : "'none'"}`].join("; "),
    ...(framed ? {} : { "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin" }),
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ...(secure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
