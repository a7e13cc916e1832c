/** The OAuth client of the stand-in and what it was given. Sample credentials, no secrets. */
export const sampleClient = {
  clientId: "sandbox-client",
  clientSecret: "sandbox-secret",
  refreshToken: "sandbox-refresh",
};

export interface Tokens {
  /** When each access token was given. */
  readonly access: Map<string, number>;
  readonly refresh: Set<string>;
}

export const emptyTokens = (): Tokens => ({ access: new Map(), refresh: new Set([sampleClient.refreshToken]) });
