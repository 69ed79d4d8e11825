import { z } from 'zod'
import { readServiceScope, type TokenScopes } from '../identity/permissions'
import { scopeNames } from '../tokens/scope-names'
import { domainOf, usernameOf, type Grant } from './access-token'

const INSTANT = z.int().meta({ description: 'Epoch milliseconds' })
const ROLE = z.object({ name: z.string(), resource: z.string().meta({ description: 'Always empty: a role counts in all of its organization' }) })

/** What a token may be exchanged for, in the words of the console replaced. */
const ALLOWED_SCOPES = z.object({
  generalScopes: z.array(z.literal('openid')),
  organizationScopes: z.object({ allRoles: z.boolean(), allPermissions: z.boolean(), roles: z.array(ROLE), permissions: z.array(z.string()) }),
  servicesScopes: z.array(z.object({ serviceDefinitionId: z.string(), allRoles: z.boolean(), roles: z.array(ROLE) })),
})

export const TOKEN_DETAILS = z
  .object({
    tokenId: z.uuid(),
    tokenName: z.string(),
    token: z.string().meta({ description: 'Its last four characters, the rest masked' }),
    userId: z.uuid(),
    username: z.string(),
    acct: z.string(),
    domain: z.string(),
    idpId: z.string(),
    orgId: z.uuid(),
    createdAt: INSTANT,
    expiresAt: INSTANT.nullable(),
    lastUsedAt: INSTANT.nullable(),
    scope: z.array(z.string()).meta({ description: 'openid, ALL_ROLES, csp:<organization role>, external/<service>/<role>' }),
    deactivated: z.boolean(),
    deactivatedUpdatedBy: z.uuid().nullable().meta({ description: 'User id of the owner who deactivated it' }),
    deactivatedUpdatedOn: INSTANT.nullable(),
    allowedScopes: ALLOWED_SCOPES,
  })
  .meta({ id: 'TokenDetails' })

export type TokenDetails = z.infer<typeof TOKEN_DETAILS>

/** What details tell beyond what an exchange knows. */
export type TokenRecord = { name: string; createdAt: Date; lastUsedAt: Date | null; deactivatedAt: Date | null; deactivatedBy: string | null }

const role = (name: string) => ({ name, resource: '' })

function allowedScopes({ allRoles, orgRoles, serviceRoles, openId }: TokenScopes): TokenDetails['allowedScopes'] {
  const named = serviceRoles.flatMap((scope) => readServiceScope(scope) ?? [])
  const services = [...new Set(named.map(({ serviceId }) => serviceId))]
  return {
    generalScopes: openId ? ['openid'] : [],
    organizationScopes: { allRoles, allPermissions: false, roles: orgRoles.map(role), permissions: [] },
    servicesScopes: services.map((id) => ({
      serviceDefinitionId: id,
      allRoles: false,
      roles: named.filter(({ serviceId }) => serviceId === id).map((each) => role(each.role)),
    })),
  }
}

/**
 * What the holder of a secret is told of its token.
 *
 * @param masked the secret as it may be said
 * @param provider who knows the user: this installation, by the host of its address
 * @see spec: api.md §2
 */
export function tokenDetails(masked: string, provider: string, { orgId, tokenId, user, expiresAt, scopes }: Grant, record: TokenRecord): TokenDetails {
  return {
    tokenId,
    tokenName: record.name,
    token: masked,
    userId: user.id,
    username: usernameOf(user),
    acct: user.email,
    domain: domainOf(user),
    idpId: provider,
    orgId,
    createdAt: record.createdAt.getTime(),
    expiresAt: expiresAt?.getTime() ?? null,
    lastUsedAt: record.lastUsedAt?.getTime() ?? null,
    scope: scopeNames({ ...scopes, serviceRoles: scopes.serviceRoles.map((scope) => ({ scope })) }),
    deactivated: record.deactivatedAt !== null,
    deactivatedUpdatedBy: record.deactivatedBy,
    deactivatedUpdatedOn: record.deactivatedAt?.getTime() ?? null,
    allowedScopes: allowedScopes(scopes),
  }
}
