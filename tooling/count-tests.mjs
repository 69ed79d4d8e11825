import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = 'test-results'

/** @param {string} runner */
export const reportOf = (runner) => join(FOLDER, `${runner}.json`)

/** Removes the reports of an earlier run, so that nothing old is counted. */
export function forgetReports(runners) {
  mkdirSync(FOLDER, { recursive: true })
  for (const runner of runners) rmSync(reportOf(runner), { force: true })
}

/**
 * What a runner's report says: Vitest's and Playwright's differ. A runner that left none counted nothing.
 *
 * @param {string} runner
 * @returns {{ passed: number, failed: number }}
 */
export function readCounts(runner) {
  if (!existsSync(reportOf(runner))) return { passed: 0, failed: 0 }
  const report = JSON.parse(readFileSync(reportOf(runner), 'utf8'))
  if ('stats' in report) return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky }
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}
