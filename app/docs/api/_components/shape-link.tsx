import { linkClass } from '@/components/ui/link'

export const shapeAnchor = (name: string): string => `shape-${name}`

/** A type in words; the shape that it names, if it does, leads to where that is told. */
export function ShapeLink({ type, shape }: { type: string; shape?: string | undefined }) {
  if (shape === undefined) return type
  return (
    <a href={`#${shapeAnchor(shape)}`} className={linkClass}>
      {type}
    </a>
  )
}
