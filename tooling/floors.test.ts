import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTree, repository } from './fixture-tree'
import { groundFiles, planted } from './planted-dependencies'

const config = join(repository, '.dependency-cruiser.cjs')
const rules = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] }

type Violation = { from: string; rule: { name: string } }
let violations: Violation[] = []
let tree: ReturnType<typeof makeTree>

beforeAll(() => {
  tree = makeTree(Object.assign({}, groundFiles, ...planted.map(({ files }) => files)) as Record<string, string>)
  const cruiser = join(repository, 'node_modules/.bin/depcruise')
  const folders = ['app', 'components', 'lib', 'server', 'e2e']
  const answer = execFileSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', ...folders], {
    cwd: tree.root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  violations = (JSON.parse(answer) as { summary: { violations: Violation[] } }).summary.violations
}, 60_000)

afterAll(() => tree.remove())

const rulesBrokenBy = (path: string) => violations.filter(({ from }) => from === path).map(({ rule }) => rule.name)

describe('the floors of the house', () => {
  it.each(planted)('$rule catches $guilty', ({ rule, guilty }) => {
    expect(rulesBrokenBy(guilty)).toContain(rule)
  })

  it.each(planted)('$rule leaves $innocent alone', ({ innocent }) => {
    expect(rulesBrokenBy(innocent)).toEqual([])
  })

  it('lets components and core name types of the platform', () => {
    expect([...rulesBrokenBy('components/tokens/row.ts'), ...rulesBrokenBy('lib/tokens/row.ts')]).toEqual([])
  })

  it('has a planted violation for every rule', () => {
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(rules.forbidden.map(({ name }) => name)))
  })
})
