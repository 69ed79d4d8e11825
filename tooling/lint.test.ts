import { join, relative } from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTree, repository } from './fixture-tree'
import { plantedSyntax as cases } from './planted-syntax'

const makers = [
  'export const action = (_schema: null, run: () => number) => run',
  'export const formAction = (_schema: null, _shown: string[], run: () => number) => run',
]
const maker = { 'lib/platform/action.ts': `${makers.join('\n')}\n` }
const complaints = new Map<string, string[]>()
let tree: ReturnType<typeof makeTree>

beforeAll(async () => {
  const files = cases.flatMap(({ guilty, wrong, innocent, right }) => [[guilty, wrong], [innocent, right]])
  tree = makeTree({ ...maker, ...(Object.fromEntries(files) as Record<string, string>) })
  const eslint = new ESLint({ cwd: tree.root, overrideConfigFile: join(repository, 'eslint.config.mjs') })
  for (const { filePath, messages } of await eslint.lintFiles(['.'])) {
    complaints.set(relative(tree.root, filePath), messages.map(({ message }) => message))
  }
}, 60_000)

afterAll(() => tree.remove())

describe('the lint rules of the house', () => {
  it.each(cases)('catch $name', ({ guilty, says }) => {
    expect(complaints.get(guilty)).toEqual(expect.arrayContaining([expect.stringContaining(says)]))
  })

  it.each(cases)('accept the counterpart of $name', ({ innocent }) => {
    expect(complaints.get(innocent)).toEqual([])
  })
})
