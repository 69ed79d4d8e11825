import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { makePeer } from '@/server/testing/people'
import { refusal } from '@/server/testing/refusal'
import { createTestDatabase } from '@/server/testing/test-database'
import { pool, prisma } from '../../platform/db'
import { findSetup } from '../queries/find-setup'
import { setupSchema } from '../schemas'
import { createOrganization } from './create-organization'
import { makeSetupLink } from './make-setup-link'
import { signIn } from './sign-in'

const { superuserUrl } = await createTestDatabase()
const CONSOLE = 'https://tokens.example.com'
const PASSWORD = 'correct staple horse lamp'

const form = (change: Record<string, string> = {}) => ({
  ...setupSchema.parse({ organization: 'Example Labs', firstName: 'Ada', lastName: 'Rossi', email: 'Ada.Rossi@Example.com', password: PASSWORD, ...change }),
  locale: 'it' as const,
})

async function makeSecret(): Promise<string> {
  const link = await makeSetupLink(CONSOLE)
  return new URL(link ?? '').searchParams.get('key') ?? ''
}

/** The application may not empty the audit log, so somebody else has to. */
beforeEach(async () => {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query('TRUNCATE setup_link, user_account, organization CASCADE')
  await client.end()
})

describe('makeSetupLink', () => {
  it('stores no secret, and replaces the link of an earlier start', async () => {
    const [first, second] = [await makeSecret(), await makeSecret()]
    const { rows } = await pool().query<{ all: string }>('SELECT json_agg(l)::text AS all FROM setup_link l')
    expect(rows[0]?.all).not.toContain(second)
    expect(await findSetup(first)).toBe('refused')
    expect(await findSetup(second)).toBe('open')
    expect(await findSetup(null)).toBe('refused')
  })

  it('makes none where somebody is', async () => {
    await createOrganization(makePeer(), await makeSecret(), form())
    expect(await makeSetupLink(CONSOLE)).toBeNull()
    expect(await prisma().setupLink.count()).toBe(0)
  })
})

describe('createOrganization', () => {
  it('makes an organization with its policy, its owner who can sign in, and one audit event', async () => {
    await createOrganization(makePeer(), await makeSecret(), form())
    const organization = await prisma().organization.findFirstOrThrow({ include: { memberships: { include: { user: true } }, tokenPolicy: true, auditEvents: true } })
    expect(organization).toMatchObject({
      name: 'Example Labs',
      igaActivatedAt: null,
      tokenPolicy: { maxEnabled: false, idleEnabled: false },
      auditEvents: [{ type: 'csp__create_organization', result: 'success', ip: '192.0.2.1' }],
      memberships: [{ roles: ['org_owner', 'org_member'], status: 'active', user: { email: 'ada.rossi@example.com', locale: 'it', state: 'active', emailVerifiedAt: expect.any(Date) } }],
    })
    expect(await signIn(makePeer(), { email: 'ada.rossi@example.com', password: PASSWORD })).toMatchObject({ userId: organization.memberships[0]?.userId })
    expect(await findSetup(null)).toBe('done')
  })

  it('makes one of a link that several use at once', async () => {
    const secret = await makeSecret()
    const outcomes = await Promise.all([1, 2, 3, 4].map((each) => refusal(createOrganization(makePeer(), secret, form({ email: `${each}@example.com` })))))
    expect(outcomes.toSorted()).toEqual(['done', 'setup_link_dead', 'setup_link_dead', 'setup_link_dead'])
    expect(await Promise.all([prisma().user.count(), prisma().organization.count()])).toEqual([1, 1])
  })

  it.each([
    ['none', () => Promise.resolve(null)],
    ['somebody’s guess', () => Promise.resolve('guess')],
    ['one that a later start has replaced', async () => {
      const earlier = await makeSecret()
      await makeSecret()
      return earlier
    }],
    ['one from yesterday', async () => {
      const secret = await makeSecret()
      await pool().query(`UPDATE setup_link SET created_at = now() - interval '25 hours', expires_at = now() - interval '1 second'`)
      return secret
    }],
    ['one that was used', async () => {
      const secret = await makeSecret()
      await createOrganization(makePeer(), secret, form())
      return secret
    }],
  ])('refuses %s', async (_what, find) => {
    const secret = await find()
    const before = await prisma().user.count()
    expect(await refusal(createOrganization(makePeer(), secret, form({ email: 'late@example.com' })))).toBe('setup_link_dead')
    expect(await prisma().user.count()).toBe(before)
  })

  it.each([
    ['short', 'password_too_short'],
    ['password1234', 'password_common'],
    ['AdaRossi2026', 'password_about_you'],
    ['ExampleLabs!', 'password_about_you'],
  ])('refuses the password %s, and the link still works', async (password, code) => {
    const secret = await makeSecret()
    expect(await refusal(createOrganization(makePeer(), secret, form({ password })))).toBe(code)
    expect(await refusal(createOrganization(makePeer(), secret, form()))).toBe('done')
  })
})
