/**
 * Whether a person is one of those whom the configuration names. An address that nobody has verified counts for
 * nothing: it may have been given by somebody who does not receive what is sent there.
 *
 * @param owners e-mail addresses in lower case, as the database holds them
 * @see docs/configuration.md, INSTALLATION_OWNERS
 */
export function ownsInstallation({ email, emailVerified }: { email: string; emailVerified: boolean }, owners: readonly string[]): boolean {
  return emailVerified && owners.includes(email)
}
