/**
 * The first call with an API token, ready to run; it reads a variable, so that no shell remembers the secret.
 * `&&` makes one command of it: a shell that runs what is pasted line by line would take the second line for the token.
 */
export function exchangeCommand(publicUrl: string): string {
  return `read -rs TOKENWARD_TOKEN &&\ncurl \\\n  ${publicUrl}/csp/gateway/am/api/auth/api-tokens/authorize \\\n  -d "api_token=$TOKENWARD_TOKEN"`
}
