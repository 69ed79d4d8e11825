import next from 'eslint-config-next/core-web-vitals'
import nextTypescript from 'eslint-config-next/typescript'
import { actionsOnly } from './tooling/eslint/actions-only.mjs'
import * as restricted from './tooling/eslint/restricted.mjs'
import { everywhere, typed, typescript } from './tooling/eslint/rules.mjs'
import { segmentPrivate } from './tooling/eslint/segment-private.mjs'

const tests = ['**/*.test.{ts,tsx}', 'e2e/**', 'server/testing/**', 'tooling/**']
const source = '**/*.{ts,tsx,mjs}'

/** `no-restricted-syntax` is replaced, not merged, by a later block: so each block says all of its lists. */
const syntax = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] })
const { environment, clock, swallowedErrors, inlineActions, reexports, vagueFolder, barrel } = restricted
const common = [...environment, ...swallowedErrors, ...inlineActions]

const config = [
  { ignores: ['.data/**', 'dist/**', 'coverage/**', 'playwright-report/**', 'test-results/**', 'lib/platform/generated/**', '**/*.d.ts', '**/*.d.json.ts'] },
  // Nobody switches a rule off from inside a file: a rule that is wrong is changed here, with its reason.
  { linterOptions: { noInlineConfig: true } },
  ...next,
  ...nextTypescript,
  // Looks for a pages/ folder, which an app/ project has not.
  { rules: { '@next/next/no-html-link-for-pages': 'off' } },
  { files: [source], plugins: { tokenward: { rules: { 'actions-only': actionsOnly, 'segment-private': segmentPrivate } } } },
  { files: [source], rules: { ...everywhere, 'tokenward/segment-private': 'error', ...syntax(common, reexports) } },
  { files: ['**/*.{ts,tsx}'], rules: typescript },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: typed,
  },
  // Takes react-hook-form's `field` for a ref, since it carries one, and its handlers for something that renders.
  { files: ['**/*.{ts,tsx}'], rules: { 'react-hooks/refs': 'off' } },
  // Markup is long without being complicated.
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }] } },
  { files: ['{app,components,lib}/**', 'proxy.ts'], rules: { 'no-console': 'error' } },
  // route.ts names the methods of a handler that lives in lib/.
  { files: ['app/**/route.ts'], rules: syntax(common) },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/platform/**', 'lib/*/{commands,queries,http}{,/*}.ts', ...tests],
    rules: syntax(common, reexports, clock),
  },
  {
    files: ['app/**/actions.ts'],
    rules: { 'tokenward/actions-only': 'error', ...syntax(environment, swallowedErrors, reexports) },
  },
  // The environment is parsed here; the launchers hand it on to the processes they start. Next puts a constant into
  // instrumentation.ts.
  { files: ['lib/platform/env.ts', 'instrumentation.ts', 'server/launch/**', '*.config.*', ...tests], rules: syntax(swallowedErrors, inlineActions, reexports) },
  // A describe() is a table of contents, and a table of cases is long for good reason.
  { files: tests, rules: { 'max-lines-per-function': 'off' } },
  // Answers are read as JSON and matched with expect.any(): their shape is what the test finds out.
  {
    files: tests.map((each) => each.replace(/\*\*$/, '**/*.ts')),
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/{utils,helpers,misc,services,types}/**'], rules: syntax(vagueFolder) },
  { files: ['**/index.{ts,tsx,mjs}'], rules: syntax(barrel) },
]

export default config
