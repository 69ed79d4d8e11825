import { DomainError } from '../errors'
import type { OrgRole } from '../identity/permissions'
import type { SessionContext, UserContext } from './context'

declare const owns: unique symbol
declare const administers: unique symbol
declare const governs: unique symbol
declare const reads: unique symbol
declare const runs: unique symbol

/** An Organization Owner of the organization shown. Only requireOwner makes one. */
export type OwnerContext = UserContext & { readonly [owns]: true }

/** One who may see who belongs to the organization: owner or administrator, governance activated or not. Only requireAdministrator makes one. */
export type AdministratorContext = UserContext & { readonly [administers]: true }

/** One who may see the organization's tokens and set its policies: owner or administrator, governance activated. Only requireGovernor makes one. */
export type GovernorContext = UserContext & { readonly [governs]: true }

/** One who may read the audit events. Only requireAuditReader makes one. */
export type AuditReaderContext = UserContext & { readonly [reads]: true }

/** One who runs the installation, in no organization's name and never by an access token. Only requireInstallationOwner makes one. */
export type InstallationOwnerContext = SessionContext & { readonly [runs]: true }

const holdsAny = ({ roles }: UserContext, wanted: readonly OrgRole[]) => wanted.some((role) => roles.includes(role))

/** Whether there is anything about governance for this person to see, be it how to activate it. */
export function isGovernor(ctx: UserContext): boolean {
  return holdsAny(ctx, ['org_owner', 'org_admin'])
}

export function isOwner(ctx: UserContext): boolean {
  return holdsAny(ctx, ['org_owner'])
}

export function isAuditReader(ctx: UserContext): boolean {
  return holdsAny(ctx, ['org_owner', 'access_log_auditor'])
}

/** @throws {DomainError} owner_only for an administrator, who sees what it is about; not_found for everybody else */
export function requireOwner<Context extends UserContext>(ctx: Context): Context & OwnerContext {
  if (!isOwner(ctx)) throw new DomainError(isGovernor(ctx) ? 'owner_only' : 'not_found')
  return ctx as Context & OwnerContext
}

/** @throws {DomainError} not_found where the person is neither owner nor administrator */
export function requireAdministrator(ctx: UserContext): AdministratorContext {
  if (!isGovernor(ctx)) throw new DomainError('not_found')
  return ctx as AdministratorContext
}

/** @throws {DomainError} not_found where the person is neither owner nor administrator; governance_not_activated */
export function requireGovernor(ctx: UserContext): GovernorContext {
  if (!isGovernor(ctx)) throw new DomainError('not_found')
  if (!ctx.igaActivated) throw new DomainError('governance_not_activated')
  return ctx as GovernorContext
}

/** An Organization Owner where governance is activated: who may deactivate and activate tokens. Only requireGoverningOwner makes one. */
export type GoverningOwnerContext = OwnerContext & GovernorContext

/** @throws {DomainError} what requireGovernor and requireOwner throw */
export function requireGoverningOwner(ctx: UserContext): GoverningOwnerContext {
  return requireOwner(requireGovernor(ctx))
}

/**
 * For a form that is about the organization shown, and names it: another window may have switched since.
 *
 * @throws {DomainError} organization_changed
 */
export function requireShown<Context extends UserContext>(ctx: Context, orgId: string): Context {
  if (orgId !== ctx.orgId) throw new DomainError('organization_changed')
  return ctx
}

/** @throws {DomainError} not_found where the person may not read them */
export function requireAuditReader(ctx: UserContext): AuditReaderContext {
  if (!isAuditReader(ctx)) throw new DomainError('not_found')
  return ctx as AuditReaderContext
}

/** Whether there is anything of the installation itself for this person to see: no organization's role makes one see it. */
export function isInstallationOwner(ctx: SessionContext): boolean {
  return ctx.ownsInstallation
}

/** @throws {DomainError} not_found for everybody else: no role of an organization is enough */
export function requireInstallationOwner<Context extends SessionContext>(ctx: Context): Context & InstallationOwnerContext {
  if (!isInstallationOwner(ctx)) throw new DomainError('not_found')
  return ctx as Context & InstallationOwnerContext
}
