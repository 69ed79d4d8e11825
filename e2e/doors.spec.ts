import { globSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { LIST, pickMember, signIn } from './console'
import { labelsIn } from './labels'
import { ask, product, userWith } from './product'

type Door = { path: string; method?: 'POST'; status: number; leadsTo?: string }

/** Every page and handler there is, with what a guest gets there. One that is missing here fails the test below. */
const DOORS: Record<string, Door> = {
  'app/.well-known/[[...rest]]/route.ts': { path: '/.well-known/openid-configuration', status: 200 },
  'app/page.tsx': { path: '/', status: 307, leadsTo: LIST },
  'app/(auth)/sign-in/page.tsx': { path: '/sign-in', status: 200 },
  // The demo has its people; e2e/setup.spec.ts starts one that has none.
  'app/(auth)/setup/page.tsx': { path: '/setup', status: 404 },
  'app/(auth)/setup/open/route.ts': { path: '/setup/open?key=none', status: 307, leadsTo: '/setup' },
  'app/(console)/identity-and-access/governance/api-tokens/page.tsx': { path: '/identity-and-access/governance/api-tokens', status: 307, leadsTo: '/sign-in' },
  'app/(console)/identity-and-access/audit-events/export/route.ts': { path: '/identity-and-access/audit-events/export?format=csv', status: 307, leadsTo: '/sign-in' },
  'app/(console)/identity-and-access/audit-events/page.tsx': { path: '/identity-and-access/audit-events', status: 307, leadsTo: '/sign-in' },
  'app/(console)/identity-and-access/governance/api-tokens/export/route.ts': { path: '/identity-and-access/governance/api-tokens/export?format=csv', status: 307, leadsTo: '/sign-in' },
  'app/(console)/identity-and-access/governance/api-tokens/[tokenId]/switch/page.tsx': { path: '/identity-and-access/governance/api-tokens/none/switch', status: 307, leadsTo: '/sign-in' },
  'app/(console)/identity-and-access/governance/api-tokens/change/route.ts': { path: '/identity-and-access/governance/api-tokens/change', status: 401 },
  'app/(console)/identity-and-access/governance/api-tokens/validation/route.ts': { path: '/identity-and-access/governance/api-tokens/validation', status: 401 },
  'app/(console)/identity-and-access/governance/api-tokens/settings/page.tsx': { path: '/identity-and-access/governance/api-tokens/settings', status: 307, leadsTo: '/sign-in' },
  'app/(console)/identity-and-access/governance/api-tokens/settings/preview/page.tsx': { path: '/identity-and-access/governance/api-tokens/settings/preview', status: 307, leadsTo: '/sign-in' },
  'app/(console)/my-account/api-tokens/page.tsx': { path: LIST, status: 307, leadsTo: '/sign-in' },
  'app/(console)/my-account/api-tokens/generate/page.tsx': { path: `${LIST}/generate`, status: 307, leadsTo: '/sign-in' },
  'app/(console)/my-account/api-tokens/mfa/page.tsx': { path: `${LIST}/mfa`, status: 307, leadsTo: '/sign-in' },
  'app/(console)/my-account/preferences/page.tsx': { path: '/my-account/preferences', status: 307, leadsTo: '/sign-in' },
  'app/(console)/my-account/profile/page.tsx': { path: '/my-account/profile', status: 307, leadsTo: '/sign-in' },
  'app/(console)/my-account/roles/page.tsx': { path: '/my-account/roles', status: 307, leadsTo: '/sign-in' },
  'app/(console)/my-account/security/page.tsx': { path: '/my-account/security', status: 307, leadsTo: '/sign-in' },
  'app/(console)/installation/registered-services/page.tsx': { path: '/installation/registered-services', status: 307, leadsTo: '/sign-in' },
  'app/(console)/installation/registered-services/add/page.tsx': { path: '/installation/registered-services/add', status: 307, leadsTo: '/sign-in' },
  'app/(console)/installation/registered-services/of/[serviceId]/page.tsx': { path: '/installation/registered-services/of/object-store', status: 307, leadsTo: '/sign-in' },
  'app/(console)/organization/authentication/page.tsx': { path: '/organization/authentication', status: 307, leadsTo: '/sign-in' },
  'app/api/auth/[...nextauth]/route.ts': { path: '/api/auth/session', status: 200 },
  'app/api/cron/validate-tokens/route.ts': { path: '/api/cron/validate-tokens', status: 401 },
  'app/csp/[[...rest]]/route.ts': { path: '/csp', status: 404 },
  'app/oauth/[[...rest]]/route.ts': { path: '/oauth', status: 404 },
  'app/dev/mail/page.tsx': { path: '/dev/mail', status: 200 },
  'app/dev/mail/[id]/page.tsx': { path: '/dev/mail/..%2f..%2fsecrets', status: 404 },
  'app/docs/api/page.tsx': { path: '/docs/api', status: 200 },
  'app/openapi.json/route.ts': { path: '/openapi.json', status: 200 },
  'app/healthz/route.ts': { path: '/healthz', status: 200 },
  'app/locale/[locale]/route.ts': { path: '/locale/de?next=//evil.test', status: 307, leadsTo: '/' },
  'app/metrics/route.ts': { path: '/metrics', status: 200 },
  'app/readyz/route.ts': { path: '/readyz', status: 200 },
  'app/theme/[theme]/route.ts': { path: '/theme/dark?next=//evil.test', status: 307, leadsTo: '/' },
}

test('every page and handler has its row here', () => {
  // A star does not stand for a folder whose name begins with a dot.
  expect(globSync(['app/**/{page.tsx,route.ts}', 'app/.*/**/{page.tsx,route.ts}']).toSorted()).toEqual(Object.keys(DOORS).toSorted())
})

for (const [file, { path, method = 'GET', status, leadsTo }] of Object.entries(DOORS)) {
  test(`a guest at ${file}`, async () => {
    const answer = await fetch(product.url + path, { method, redirect: 'manual' })
    expect(answer.status).toBe(status)
    const target = answer.headers.get('location')
    expect(target && new URL(target, product.url).pathname).toBe(leadsTo ?? null)
  })
}

for (const path of ['/theme/dark', '/locale/de', '/setup/open?key=none']) {
  test(`HEAD chooses nothing at ${path}`, async () => {
    const kept = async (method: string) => (await fetch(product.url + path, { method, redirect: 'manual' })).headers.getSetCookie().length
    expect([await kept('GET'), await kept('HEAD')]).toEqual([1, 0])
  })
}

test('a form that was opened before its session ended makes nothing, and keeps what was typed', async ({ page }) => {
  const labels = labelsIn('en')
  const name = `stale ${Date.now()}`
  await signIn(page, userWith('org_owner'), 'en', { at: `${LIST}/generate` })
  await page.getByLabel(labels.tokenName, { exact: true }).fill(name)
  await pickMember(page, 'en')
  await page.context().clearCookies()
  await page.getByRole('button', { name: labels.generate, exact: true }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await expect(page.getByLabel(labels.tokenName, { exact: true })).toHaveValue(name)
  expect(await ask('SELECT 1 AS one FROM api_token WHERE name = $1', [name])).toEqual([])
})
