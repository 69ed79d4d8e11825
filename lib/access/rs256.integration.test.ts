import { createLocalJWKSet, importSPKI, jwtVerify, type JWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { askInterface } from '@/server/testing/ask-interface'
import { exchange, loggedInUser, makeToken } from '@/server/testing/exchange'
import { makeMember, makeOrganization } from '@/server/testing/people'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool } from '../platform/db'
import { env } from '../platform/env'
import { ensureSigningKey } from '../platform/signing-keys'

await createTestDatabase({ ACCESS_TOKEN_ALG: 'RS256' })
beforeAll(() => Promise.all([ensureSigningKey(), ensureSigningKey()]))

const AUTH = '/csp/gateway/am/api/auth'

describe('where clients know only RSA', () => {
  it('signs with RS256, verifiable by the PEM and by the JWK set alike, and knows its own', async () => {
    const ctx = await makeMember(await makeOrganization())
    const accessToken = String((await exchange((await makeToken(ctx)).apiToken)).answer['access_token'])
    const published = (await askInterface('GET', `${AUTH}/token-public-key`)).answer as { alg: string; value: string }
    expect(published.alg).toBe('RS256')
    const byPem = await jwtVerify(accessToken, await importSPKI(published.value, 'RS256'), { issuer: env().publicUrl })
    const { keys } = (await askInterface('GET', `${AUTH}/keys`)).answer as { keys: JWK[] }
    const bySet = await jwtVerify(accessToken, createLocalJWKSet({ keys }), { issuer: env().publicUrl })
    expect(byPem.protectedHeader).toEqual({ alg: 'RS256', typ: 'at+jwt', kid: keys[0]?.kid })
    expect(bySet.payload).toEqual(byPem.payload)
    expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', alg: 'RS256', use: 'sig' })])
    expect(Object.keys(keys[0] ?? {})).not.toEqual(expect.arrayContaining(['d']))
    expect((await loggedInUser({ authorization: `Bearer ${accessToken}` })).status).toBe(200)
  })

  it('keeps its private key encrypted', async () => {
    const { rows } = await pool().query<{ kept: Buffer }>('SELECT encrypted_private AS kept FROM signing_key')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.kept.toString('latin1')).not.toMatch(/"d"|kty|RSA/)
  })
})
