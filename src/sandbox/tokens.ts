/** The sandbox's OAuth client. Sample credentials, not secrets. */
export const sampleClient = {
  clientId: "sandbox-client",
  clientSecret: "sandbox-secret",
  refreshToken: "sandbox-refresh",
};

export interface Tokens {
  /** Time of issue (ms) by access token. */
  readonly access: Map<string, number>;
  readonly refresh: Set<string>;
}

export const emptyTokens = (): Tokens => ({ access: new Map(), refresh: new Set([sampleClient.refreshToken]) });
