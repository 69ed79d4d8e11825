/** What the shell is to read beside the token, where MFA is turned on. */
const PASSCODE = { read: ' &&\nread -r TOKENWARD_PASSCODE', field: ' \\\n  -d "passcode=$TOKENWARD_PASSCODE"' }
const NOTHING = { read: '', field: '' }

/**
 * The first call with an API token, ready to run; it reads variables, so that no shell remembers the secret.
 * `&&` makes one command of it: a shell that runs what is pasted line by line would take the second line for the token.
 */
export function exchangeCommand(publicUrl: string, { passcode }: { passcode: boolean }): string {
  const { read, field } = passcode ? PASSCODE : NOTHING
  return `read -rs TOKENWARD_TOKEN${read} &&\ncurl \\\n  ${publicUrl}/csp/gateway/am/api/auth/api-tokens/authorize \\\n  -d "api_token=$TOKENWARD_TOKEN"${field}`
}
