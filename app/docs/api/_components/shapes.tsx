import { useTranslations } from 'next-intl'
import { panelClass } from '@/components/ui/panel'
import { fieldsOf, type Shapes } from '@/lib/interface/fields'
import { FieldList } from './fields'
import { shapeAnchor } from './shape-link'

/** The shapes that several endpoints read or give: each is told here once, and linked from there. */
export function ShapeChapter({ anchor, shapes }: { anchor: string; shapes: Shapes }) {
  const t = useTranslations('apiReference')
  return (
    <section aria-labelledby={anchor} className="grid min-w-0 gap-4">
      <h2 id={anchor} className="scroll-mt-4 text-lg">
        {t('shapes')}
      </h2>
      {[...shapes.apart].toSorted().map((name) => (
        <article key={name} aria-labelledby={shapeAnchor(name)} className={`${panelClass} grid gap-2 px-5 py-4 max-sm:px-4`}>
          <h3 id={shapeAnchor(name)} lang="en" className="scroll-mt-4 font-mono text-md wrap-anywhere">
            {name}
          </h3>
          <FieldList fields={fieldsOf({ ...shapes.schemas[name] }, shapes)} />
        </article>
      ))}
    </section>
  )
}
