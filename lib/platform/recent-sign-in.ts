import { DomainError } from '../errors'
import type { RecentUserContext, UserContext } from './context'

/**
 * For what cannot be undone or opens a way around protection: a session left open at a desk is not enough. Apart from
 * what makes a context, which needs Next: the server ahead of Next runs the commands that ask this, too.
 *
 * @throws {DomainError} sign_in_again, upon which the form asks for the password and tries once more
 * @see spec: quality.md §3, Fresh sign-in
 */
export function requireRecentSignIn<Context extends UserContext>(ctx: Context): Context & RecentUserContext {
  if (!ctx.signedInRecently) throw new DomainError('sign_in_again')
  return ctx as Context & RecentUserContext
}
