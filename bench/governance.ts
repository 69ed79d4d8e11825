import { measureDashboard, showQueried, tellDashboard } from './governance/dashboard'
import { withGovernanceDatabase, type GovernanceDatabase } from './governance/database'
import { measureExport } from './governance/export'
import { writePlans } from './governance/plans'
import { measurePages } from './governance/pages'
import { measurePolicy } from './governance/policy'
import { measureValidation, tellValidation } from './governance/validation'

/** What `npm run bench -- governance <part>` does alone; without a part, all of them but the plans. */
const PARTS: Readonly<Record<string, (database: GovernanceDatabase) => Promise<void>>> = {
  dashboard: async (database) => tellDashboard('queries alone', await measureDashboard(database.client, database, showQueried)),
  pages: async (database) => tellDashboard('whole page', await measurePages(database)),
  export: ({ large }) => measureExport(large),
  validation: async ({ client, large }) => tellValidation(await measureValidation(client, large)),
  policy: ({ middle }) => measurePolicy(middle),
  plans: ({ large }) => writePlans(large),
}

/** P5, P6 and P7 of the goals, and what an export takes, with a million API tokens in one organization. */
export async function benchGovernance(part?: string): Promise<void> {
  const chosen = part === undefined ? [PARTS['pages'], PARTS['dashboard'], PARTS['export'], PARTS['policy'], PARTS['validation']] : [PARTS[part]]
  if (chosen.includes(undefined)) throw new Error(`npm run bench -- governance ${Object.keys(PARTS).join(' | ')}`)
  await withGovernanceDatabase(async (database) => {
    for (const run of chosen) await run?.(database)
  })
}
