import { dirname, relative, resolve, sep } from 'node:path'

/** `app/(console)/x/_components/row` and `app/(console)/x/actions` both belong to `app/(console)/x`. */
const owned = /^(app(?:\/.+?)?)\/(?:_components\/.+|actions(?:\.ts)?)$/

function repositoryPath(context, specifier) {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (!specifier.startsWith('.')) return null
  return relative(context.cwd, resolve(dirname(context.filename), specifier)).split(sep).join('/')
}

/** A segment's `_components` and `actions.ts` are imported by that segment and the ones below it alone. */
export const segmentPrivate = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { private: 'This belongs to {{segment}}: import it there or below, or move it to components/.' },
  },
  create(context) {
    const importer = relative(context.cwd, context.filename).split(sep).join('/')
    function check(node) {
      if (typeof node.source?.value !== 'string') return
      const segment = repositoryPath(context, node.source.value)?.match(owned)?.[1]
      if (segment && !importer.startsWith(`${segment}/`)) context.report({ node, messageId: 'private', data: { segment } })
    }
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check }
  },
}
