/** Syntax that the house does not use, by the reason why. Each list is for `no-restricted-syntax`. */

const restrict = (message, ...selectors) => selectors.map((selector) => ({ selector, message }))

export const environment = restrict(
  'The environment is read, parsed and refused in lib/platform/env.ts alone: use env().',
  'MemberExpression[object.name="process"][property.name="env"]',
  'MemberExpression[object.name="process"][property.value="env"]',
  'MemberExpression[object.property.name="process"][property.name="env"]',
  'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
  'ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name="env"]',
)

export const clock = restrict(
  'The pure part of lib/ does not look at the clock: take `now` as a parameter.',
  'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'CallExpression[callee.object.name="performance"][callee.property.name="now"]',
)

export const swallowedErrors = restrict(
  'A rejection that nobody sees is a bug that nobody finds: handle it or log it.',
  'CallExpression[callee.property.name="catch"] > ArrowFunctionExpression > BlockStatement[body.length=0]',
  'CallExpression[callee.property.name="catch"] > ArrowFunctionExpression > Identifier[name="undefined"].body',
)

export const inlineActions = restrict(
  'Server actions live in actions.ts and are made by action(schema, run).',
  'ExpressionStatement[directive="use server"]',
)

export const reexports = restrict(
  'No barrels: import from the module that declares it.',
  'ExportAllDeclaration',
  'ExportNamedDeclaration[source]',
)

export const vagueFolder = restrict(
  'A folder is named after what it knows: no utils, helpers, misc, services, types.',
  'Program',
)

export const barrel = restrict('No barrels: no index files.', 'Program')
