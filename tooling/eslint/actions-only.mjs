/** What makes a server action: it authenticates, checks the origin, validates, runs, translates. */
const makers = new Set(['action', 'guestAction', 'formAction'])
const home = '@/lib/platform/action'

/** `const revokeTokenAction = action(…)`, with `action` imported from the one module that makes actions. */
function isAction(declarator, imported) {
  const call = declarator.init
  return (
    declarator.id.type === 'Identifier' &&
    declarator.id.name.endsWith('Action') &&
    call?.type === 'CallExpression' &&
    call.callee.type === 'Identifier' &&
    imported.has(call.callee.name)
  )
}

/**
 * Every export of an `actions.ts` is an endpoint that anybody can call. So the only export allowed is
 * one made by `action()`; types vanish at build time and are left alone.
 */
export const actionsOnly = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      export: `Export only \`const …Action = action(schema, run)\`, with action() from ${home}.`,
    },
  },
  create(context) {
    const imported = new Set()
    const refuse = (node) => context.report({ node, messageId: 'export' })
    return {
      ImportDeclaration(node) {
        if (node.source.value !== home) return
        for (const { imported: name, local } of node.specifiers) if (makers.has(name?.name)) imported.add(local.name)
      },
      ExportDefaultDeclaration: refuse,
      ExportAllDeclaration: refuse,
      ExportNamedDeclaration(node) {
        if (node.exportKind === 'type') return
        const { declaration } = node
        const isConst = declaration?.type === 'VariableDeclaration' && declaration.kind === 'const'
        if (!isConst || !declaration.declarations.every((each) => isAction(each, imported))) refuse(node)
      },
    }
  },
}
