import { globSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { signIn } from './console'
import { makeColleague, makeGovernor, type OwnPerson } from './own-person'
import { ask } from './product'

const AREA = '/identity-and-access'
const FOLDER = 'app/(console)/identity-and-access'
const ROLES = ['org_owner', 'org_admin', 'org_member', 'developer', 'support_user', 'billing_read_only', 'access_log_auditor', 'software_installer'] as const
type Role = (typeof ROLES)[number]

/** Who is let in; everybody else finds nothing. Without governance the page itself says how to get it, and the rest is not there. */
type Door = { path: string; opens: readonly Role[]; withoutGovernance: readonly Role[] }
const GOVERNORS = ['org_owner', 'org_admin'] as const
const AUDITORS = ['org_owner', 'access_log_auditor'] as const
const governed = (path: string, opens: readonly Role[] = GOVERNORS): Door => ({ path: `${AREA}/governance/api-tokens${path}`, opens, withoutGovernance: [] })
const audited = (path: string): Door => ({ path: `${AREA}/audit-events${path}`, opens: AUDITORS, withoutGovernance: AUDITORS })

/** `TOKEN` stands for a token of the organization. */
const DOORS: Record<string, Door> = {
  'governance/api-tokens/page.tsx': { ...governed(''), withoutGovernance: GOVERNORS },
  'governance/api-tokens/[tokenId]/switch/page.tsx': governed('/TOKEN/switch', ['org_owner']),
  'governance/api-tokens/change/route.ts': governed('/change'),
  'governance/api-tokens/export/route.ts': governed('/export?format=csv'),
  'governance/api-tokens/settings/page.tsx': governed('/settings'),
  'governance/api-tokens/settings/preview/page.tsx': governed('/settings/preview?max=30d'),
  'governance/api-tokens/validation/route.ts': governed('/validation'),
  'audit-events/page.tsx': audited(''),
  'audit-events/export/route.ts': audited('/export?format=csv'),
}

test('every page and handler of the area has its row here', () => {
  expect(globSync(`${FOLDER}/**/{page.tsx,route.ts}`).toSorted()).toEqual(Object.keys(DOORS).map((file) => `${FOLDER}/${file}`).toSorted())
})

async function tokenOf({ orgId }: OwnPerson): Promise<string> {
  const [token] = await ask<{ id: string }>('SELECT id FROM api_token WHERE org_id = $1', [orgId])
  return token?.id ?? ''
}

for (const role of ROLES) {
  test(`what one who is ${role} alone finds, with governance and without`, async ({ page }) => {
    const owner = await makeGovernor([{ name: 'only' }])
    const person = await makeColleague(owner, [role])
    const stranger = await makeGovernor([{ name: 'elsewhere' }])
    await signIn(page, person, 'en')
    const statusAt = async (path: string) => (await page.request.get(path, { maxRedirects: 0 })).status()
    const opened = async (among: 'opens' | 'withoutGovernance', token: string) => {
      const found: Record<string, boolean> = {}
      for (const [file, door] of Object.entries(DOORS)) {
        const status = await statusAt(door.path.replace('TOKEN', token))
        // The settings lead those who may have them to where governance is activated.
        expect(among === 'opens' ? [200, 404] : [200, 307, 404], `${file}: ${status}`).toContain(status)
        found[file] = status === 200
      }
      const expected = Object.entries(DOORS).map(([file, door]) => [file, door[among].includes(role)])
      return { found, expected: Object.fromEntries(expected) as Record<string, boolean> }
    }
    const governedNow = await opened('opens', await tokenOf(owner))
    expect(governedNow.found).toEqual(governedNow.expected)
    // A token of another organization is nobody's here.
    expect(await statusAt(`${AREA}/governance/api-tokens/${await tokenOf(stranger)}/switch`)).toBe(404)
    await ask('UPDATE organization SET iga_activated_at = NULL WHERE id = $1', [owner.orgId])
    const without = await opened('withoutGovernance', await tokenOf(owner))
    expect(without.found).toEqual(without.expected)
    // Taken away, a role counts no more on the next request.
    await ask(`UPDATE organization SET iga_activated_at = now() WHERE id = $1`, [owner.orgId])
    await ask(`UPDATE membership SET roles = '{}' WHERE org_id = $1 AND user_id = $2`, [owner.orgId, person.userId])
    for (const { path } of Object.values(DOORS)) expect(await statusAt(path), path).toBe(404)
  })
}
