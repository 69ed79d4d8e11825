/**
 * Whether an access token may make further API tokens as far as MFA goes: where MFA is on, it must have been got with
 * a passcode, or a stolen API token would make others that outlive it.
 *
 * @param required whether an exchange of its API token needs a passcode now, see FoundToken
 * @param amr as the access token says it; absent: nothing beyond the API token
 * @see spec: api.md §5
 */
export function hasShownPasscode({ required, amr }: { required: boolean; amr: readonly string[] | undefined }): boolean {
  return !required || (amr?.includes('otp') ?? false)
}
