import { forgetReports, readCounts, reportOf } from '../../tooling/count-tests.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureGenerated } from './generate.mjs'
import { ensureInstalled } from './install.mjs'
import { launch, run, runScript, say } from './project.mjs'

const VALIDATE = ['types', 'lint', 'floors', 'unused']

/** @param {string} name */
const npmRun = (name) => {
  const script = process.env.npm_execpath
  const parameters = ['run', '--silent', name]
  return script ? run(process.env.npm_node_execpath ?? process.execPath, [script, ...parameters]) : run('npm', parameters)
}

const RUNNERS = ['unit', 'integration', 'e2e']

/** @param {string} project */
const vitest = (project) =>
  runScript('vitest/vitest.mjs', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(project)}`])

/** In this order: what is quick to fail comes first. Each prints its own counts. */
const STEPS = [
  ...VALIDATE.map((what) => [`validate: ${what}`, () => npmRun(`validate:${what}`)]),
  ['unit and property tests', () => vitest('unit')],
  ['integration tests', () => vitest('integration')],
  ['build', () => ensureBuilt().then(() => 0)],
  ['end-to-end tests', () => runScript('@playwright/test/cli.js', ['test'])],
]

/** @param {number} since milliseconds */
const secondsSince = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** One line that says it all: the tests of all runners, and each step that failed without counting anything. */
function sum(failed) {
  const counts = RUNNERS.map(readCounts)
  const passed = counts.reduce((total, count) => total + count.passed, 0)
  const broken = counts.reduce((total, count) => total + count.failed, 0)
  return `${passed} passed, ${failed ? Math.max(broken, 1) : broken} failed`
}

// `npm test`: everything that continuous integration runs. Stops at the first step that fails, and says which.
await launch(async () => {
  await ensureInstalled()
  await ensureGenerated()
  forgetReports(RUNNERS)
  const summary = []
  let failed = false
  for (const [name, step] of STEPS) {
    if (failed) {
      summary.push(`  -  ${name}: not run`)
      continue
    }
    say(`Testing: ${name}`)
    const since = Date.now()
    failed = (await step()) !== 0
    summary.push(`${failed ? 'fail' : '  ok'} ${name} (${secondsSince(since)})`)
  }
  process.stdout.write(`\n${summary.join('\n')}\n\n${sum(failed)}\n`)
  return failed ? 1 : 0
})
