import { createRemoteJWKSet, jwtVerify } from 'jose'
import {
  allowInsecureRequests, type AuthorizationServer, ClientSecretBasic, discoveryRequest, introspectionRequest, None, processDiscoveryResponse,
  processIntrospectionResponse, processRefreshTokenResponse, processRevocationResponse, refreshTokenGrantRequest, revocationRequest,
} from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { makeToken } from '../testing/exchange'
import { makeService } from '../testing/oauth'
import { makeMember, makeOrganization } from '../testing/people'
import { serveInterface } from '../testing/serve-interface'

/** A standard client, as it is, against a server that it is told nothing of but its address. */
const { url } = await serveInterface()
const insecure = { [allowInsecureRequests]: true }
/** By this name ID tokens are for it; what else a client may be called is of no consequence. */
const client = { client_id: 'api-token' }

async function discover(algorithm: 'oidc' | 'oauth2'): Promise<AuthorizationServer> {
  const issuer = new URL(url)
  return processDiscoveryResponse(issuer, await discoveryRequest(issuer, { algorithm, ...insecure }))
}

async function exchange(as: AuthorizationServer, apiToken: string) {
  return processRefreshTokenResponse(as, client, await refreshTokenGrantRequest(as, client, None(), apiToken, insecure))
}

async function introspectorOf(id: string) {
  const { clientId, clientSecret } = await makeService(id)
  const service = { client_id: clientId }
  return async (as: AuthorizationServer, token: string) =>
    processIntrospectionResponse(as, service, await introspectionRequest(as, service, ClientSecretBasic(clientSecret), token, insecure))
}

describe.each(['oidc', 'oauth2'] as const)('a standard client that discovers by %s', (algorithm) => {
  it('exchanges, introspects and revokes', async () => {
    const as = await discover(algorithm)
    const introspect = await introspectorOf(`warehouse-${algorithm}`)
    const ctx = await makeMember(await makeOrganization())
    const { apiToken, tokenId } = await makeToken(ctx, ['org_member'], true)

    const granted = await exchange(as, apiToken)
    expect(granted).toMatchObject({ token_type: 'bearer', expires_in: 1799, scope: 'openid csp:org_member' })
    const { payload } = await jwtVerify(granted.access_token, createRemoteJWKSet(new URL(String(as.jwks_uri))), { issuer: as.issuer, audience: as.issuer, typ: 'at+jwt' })
    expect(payload.sub).toBe(ctx.userId)

    expect(await introspect(as, granted.access_token)).toMatchObject({ active: true, sub: ctx.userId, tid: tokenId })
    await processRevocationResponse(await revocationRequest(as, client, None(), granted.access_token, insecure))
    expect(await introspect(as, granted.access_token)).toEqual({ active: false })

    expect(await introspect(as, apiToken)).toMatchObject({ active: true, token_type: 'refresh_token' })
    await processRevocationResponse(await revocationRequest(as, client, None(), apiToken, insecure))
    expect(await introspect(as, apiToken)).toEqual({ active: false })
    await expect(exchange(as, apiToken)).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('gets no ID token where Open ID is not set, and minds nothing', async () => {
    const { apiToken } = await makeToken(await makeMember(await makeOrganization()))
    expect(await exchange(await discover(algorithm), apiToken)).not.toHaveProperty('id_token')
  })

  it('is told that a service is not known', async () => {
    const as = await discover(algorithm)
    const response = await introspectionRequest(as, client, ClientSecretBasic('tws_wrong: +%'), 'token', insecure)
    await expect(processIntrospectionResponse(as, client, response)).rejects.toMatchObject({ status: 401, cause: [{ scheme: 'basic' }] })
  })
})
