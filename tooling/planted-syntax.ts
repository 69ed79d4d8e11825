/** What ESLint has to catch, and beside it the way it is meant to be written. `#` keeps the cases' paths apart. */
type PlantedSyntax = { name: string; says: string; guilty: string; wrong: string; innocent: string; right: string }

const platform = `import { action } from '@/lib/platform/action'\n`
const serverAction = `'use server'\n${platform}export const revokeAction = action(null, () => 1)\n`
const formAction = `'use server'\nimport { formAction } from '@/lib/platform/action'\nexport const generateAction = formAction(null, [], () => 1)\n`
const asked = 'export const year = (now: Date) => now.getUTCFullYear()\n'

const both = (path: string, wrong: string, right: string) => ({ guilty: path, wrong, innocent: path.replace('#', '#-right'), right })
const environmentIn = (wrong: string) => ({ ...both('lib/platform/mailer#.ts', wrong, ''), innocent: 'lib/platform/env.ts', right: 'export const port = process.env.PORT\n' })
const actionsIn = (wrong: string) => ({ guilty: 'app/a#/actions.ts', wrong, innocent: 'app/b#/actions.ts', right: serverAction })

const cases: PlantedSyntax[] = [
  { name: 'process.env', says: 'lib/platform/env.ts alone', ...environmentIn('export const port = process.env.PORT\n') },
  { name: 'process["env"]', says: 'lib/platform/env.ts alone', ...environmentIn(`export const port = process['env']\n`) },
  { name: 'globalThis.process.env', says: 'lib/platform/env.ts alone', ...environmentIn('export const port = globalThis.process.env\n') },
  { name: 'env taken out of process', says: 'lib/platform/env.ts alone', ...environmentIn('const { env } = process\nexport const port = env\n') },
  { name: 'env imported from node:process', says: 'lib/platform/env.ts alone', ...environmentIn(`import { env } from 'node:process'\nexport const port = env\n`) },
  { name: 'Date.now() in core', says: 'take `now` as a parameter', ...both('lib/tokens/state#.ts', 'export const at = Date.now()\n', asked) },
  { name: 'new Date() in core', says: 'take `now` as a parameter', ...both('lib/tokens/state#.ts', 'export const at = new Date()\n', 'export const at = new Date(0)\n') },
  { name: 'Date() in core', says: 'take `now` as a parameter', ...both('lib/tokens/state#.ts', 'export const at = Date()\n', asked) },
  { name: 'performance.now() in core', says: 'take `now` as a parameter', ...both('lib/tokens/state#.ts', 'export const at = performance.now()\n', asked) },
  { name: 'a plain function in actions.ts', says: 'Export only', ...actionsIn(`'use server'\nexport async function revokeAction() { await 1 }\n`) },
  { name: 'an arrow function in actions.ts', says: 'Export only', ...actionsIn(`'use server'\nexport const revokeAction = async () => 1\n`) },
  { name: 'a default export of actions.ts', says: 'Export only', ...actionsIn(`'use server'\n${platform}export default action(null, () => 1)\n`) },
  { name: 'a list of exports in actions.ts', says: 'Export only', ...actionsIn(`'use server'\nconst revokeAction = 1\nexport { revokeAction }\n`) },
  { name: 'action() of another module', says: 'Export only', ...actionsIn(`'use server'\nconst action = (run: unknown) => run\nexport const revokeAction = action(1)\n`) },
  { name: 'formAction() of another module', says: 'Export only', ...actionsIn(`'use server'\nconst formAction = (run: unknown) => run\nexport const generateAction = formAction(1)\n`), right: formAction },
  { name: 'an action outside actions.ts', says: 'made by action(schema, run)', ...both('app/form#.ts', `export async function save() { 'use server'; await 1 }\n`, 'export const save = 1\n') },
  { name: 'components of another segment', says: 'belongs to app/(console)/a', ...both('app/(console)/b/page#.ts', `import '../a/_components/row'\n`, `import './_components/row'\nimport '../_components/row'\n`) },
  { name: 'actions of another segment', says: 'belongs to app/(console)/a', ...both('app/(console)/b/page#.ts', `import '@/app/(console)/a/actions'\n`, `import '@/app/(console)/actions'\n`) },
  { name: 'dangerouslySetInnerHTML', says: 'dangerously', ...both('components/ui/raw#.tsx', `export const Raw = () => <p dangerouslySetInnerHTML={{ __html: '' }} />\n`, 'export const Raw = () => <p />\n') },
  { name: 'a re-export', says: 'No barrels', guilty: 'lib/tokens/all#.ts', wrong: `export { state } from './state'\n`, innocent: 'app/api#/route.ts', right: `export { state as POST } from '@/lib/tokens/http'\n` },
  { name: 'an index file', says: 'No barrels', guilty: 'lib/tokens#/index.ts', wrong: 'export const one = 1\n', innocent: 'lib/tokens#/one.ts', right: 'export const one = 1\n' },
  { name: 'a helpers folder', says: 'named after what it knows', guilty: 'lib/tokens/helpers/date#.ts', wrong: asked, innocent: 'lib/tokens/dates/date#.ts', right: asked },
  { name: 'an emptied catch()', says: 'nobody sees', ...both('lib/platform/send#.ts', 'export const sent = (work: Promise<void>) => work.catch(() => {})\n', 'export const sent = (work: Promise<void>) => work\n') },
  { name: 'an empty catch block', says: 'Empty block', ...both('lib/platform/send#.ts', 'try { JSON.parse(name) } catch {}\n', 'export const sent = 1\n') },
  { name: 'any', says: 'Unexpected any', ...both('lib/tokens/loose#.ts', 'export const loose = (value: any) => typeof value\n', 'export const loose = (value: unknown) => typeof value\n') },
  { name: 'a type imported as a value', says: 'import type', ...both('lib/tokens/loose#.ts', `import { Row } from './row'\nexport const rows: Row[] = []\n`, `import type { Row } from './row'\nexport const rows: Row[] = []\n`) },
  { name: 'a promise left floating', says: 'Promises must be awaited', ...both('lib/platform/send#.ts', `Promise.resolve(1)\n`, `await Promise.resolve(1)\n`) },
  { name: 'console.log', says: 'Unexpected console', guilty: 'lib/platform/say#.ts', wrong: 'console.log(1)\n', innocent: 'server/launch/say#.mjs', right: 'console.log(1)\n' },
  { name: 'a file of 201 lines', says: 'too many lines', ...both('lib/tokens/long#.ts', 'export {}\n'.repeat(201), 'export {}\n'.repeat(200)) },
  { name: 'a function of 61 lines', says: 'too many lines', ...both('lib/tokens/long#.ts', `export function long() {\n${'\n'.repeat(59)}}\n`, `export function long() {\n${'\n'.repeat(58)}}\n`) },
  { name: 'a rule switched off in a file', says: 'noInlineConfig', ...both('lib/tokens/off#.ts', '/* eslint-disable eqeqeq */\nexport const off = 1\n', 'export const off = 1\n') },
  { name: 'a TODO', says: "Unexpected 'todo' comment", ...both('lib/tokens/later#.ts', '// TODO: later\nexport const later = 1\n', '// Later is never.\nexport const later = 1\n') },
]

export const plantedSyntax = cases.map((each, index) => ({
  ...each,
  guilty: each.guilty.replace('#', `${index}`),
  innocent: each.innocent.replace('#', `${index}`),
}))
