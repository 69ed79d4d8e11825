/** One violation and one innocent counterpart for each rule of .dependency-cruiser.cjs. */
export type Planted = { rule: string; guilty: string; innocent: string; files: Record<string, string> }

const ground = {
  'lib/platform/db.ts': `import pg from 'pg'\nexport const pool = () => new pg.Pool()\n`,
  'lib/platform/context.ts': `export type UserContext = { userId: string }\nexport const requireUser = () => ({ userId: '1' })\n`,
  'lib/tokens/commands.ts': `import { pool } from '../platform/db'\nexport const revoke = () => pool()\n`,
  'lib/tokens/queries.ts': `import { pool } from '../platform/db'\nimport { state } from './token-state'\nexport const list = () => [pool(), state]\n`,
  'lib/tokens/token-state.ts': `import { createHmac } from 'node:crypto'\nexport const state = createHmac\n`,
  'lib/tokens/schemas.ts': `import { z } from 'zod'\nexport const schema = z.string()\n`,
  'components/ui/button.tsx': `export const Button = () => null\n`,
  'components/tokens/list.tsx': `import { schema } from '@/lib/tokens/schemas'\nimport { Button } from '../ui/button'\nexport const List = () => [schema, Button]\n`,
  'app/page.tsx': `import { list } from '@/lib/tokens/queries'\nimport { requireUser } from '@/lib/platform/context'\nimport { List } from '@/components/tokens/list'\nexport default function Page() { return [list, requireUser, List] }\n`,
  'server/main.ts': `import { revoke } from '@/lib/tokens/commands'\nimport { pool } from '@/lib/platform/db'\nexport const main = [revoke, pool]\n`,
  'server/testing/database.ts': `export const database = 1\n`,
  'e2e/harness.ts': `import { database } from '../server/testing/database'\nexport const harness = database\n`,
} satisfies Record<string, string>

type Shipped = keyof typeof ground | 'lib/tokens/row.ts'

function plant(rule: string, guilty: string, imports: string, innocent: Shipped, more: Record<string, string> = {}): Planted {
  return { rule, guilty, innocent, files: { [guilty]: `import '${imports}'\nexport const planted = 1\n`, ...more } }
}

const typed = `import type { UserContext } from '@/lib/platform/context'\nexport type Row = UserContext\n`

export const groundFiles: Record<string, string> = { ...ground, 'components/tokens/row.ts': typed, 'lib/tokens/row.ts': typed }

export const planted: Planted[] = [
  plant('lib-is-the-ground', 'lib/tokens/looks-up.ts', '@/components/ui/button', 'lib/tokens/queries.ts'),
  plant('components-below-app', 'components/tokens/looks-up.ts', '@/app/page', 'components/tokens/list.tsx'),
  plant('app-below-server', 'app/looks-up.ts', '@/server/main', 'app/page.tsx'),
  plant('components-see-core-and-schemas', 'components/tokens/reads.ts', '@/lib/tokens/queries', 'components/tokens/list.tsx'),
  plant('components-see-core-and-schemas', 'app/_components/guards.ts', '@/lib/platform/context', 'app/page.tsx'),
  plant('ui-knows-no-domain', 'components/ui/knows.ts', '@/lib/tokens/schemas', 'components/ui/button.tsx'),
  plant('ui-knows-no-domain', 'components/ui/neighbour.ts', '../tokens/list', 'components/ui/button.tsx'),
  plant('tests-look-from-outside', 'e2e/peeps.ts', '@/lib/tokens/schemas', 'e2e/harness.ts'),
  plant('database-behind-lib', 'app/asks.ts', '@/lib/platform/db', 'app/page.tsx'),
  plant('database-behind-lib', 'app/asks-directly.ts', 'pg', 'server/main.ts'),
  plant('database-behind-lib', 'components/tokens/asks.ts', '@prisma/client', 'components/tokens/list.tsx'),
  plant('outside-only-through-platform', 'lib/tokens/http.ts', 'pg', 'lib/platform/db.ts'),
  plant('sign-in-behind-http', 'app/signs-in.ts', 'next-auth', 'app/page.tsx'),
  plant('queries-change-nothing', 'lib/access/queries.ts', '../tokens/commands', 'lib/tokens/queries.ts'),
  plant('core-is-pure', 'lib/tokens/asks-platform.ts', '../platform/context', 'lib/tokens/row.ts'),
  plant('core-is-pure', 'lib/tokens/asks-next.ts', 'next/headers', 'lib/tokens/token-state.ts'),
  plant('core-is-pure', 'lib/tokens/asks-server.ts', 'server-only', 'lib/tokens/schemas.ts'),
  plant('core-is-pure', 'lib/tokens/asks-prisma.ts', '@prisma/client', 'lib/tokens/schemas.ts'),
  plant('core-is-pure', 'lib/tokens/asks-commands.ts', './commands', 'lib/tokens/schemas.ts'),
  plant('core-has-no-hands', 'lib/tokens/writes.ts', 'node:fs', 'lib/tokens/token-state.ts'),
  plant('no-cycles', 'lib/tokens/one.ts', './two', 'lib/tokens/token-state.ts', {
    'lib/tokens/two.ts': `import { planted } from './one'\nexport const two = planted\n`,
  }),
  plant('no-barrels', 'app/through-barrel.ts', '@/lib/barrel', 'app/page.tsx', { 'lib/barrel/index.ts': `export const all = 1\n` }),
  plant('no-vague-folders', 'app/through-utils.ts', '@/lib/utils/dates', 'app/page.tsx', { 'lib/utils/dates.ts': `export const date = 1\n` }),
  plant('resolvable', 'app/nowhere.ts', './no-such-file', 'app/page.tsx'),
  plant('no-tests-in-production', 'server/cheats.ts', './testing/database', 'e2e/harness.ts'),
  plant('no-test-tools-in-production', 'lib/tokens/guesses.ts', 'fast-check', 'lib/tokens/token-state.ts'),
]
