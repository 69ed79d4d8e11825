/** Facts, a line each. */
export function FactList({ children }: { children: React.ReactNode }) {
  return <dl className="grid gap-y-2.5">{children}</dl>
}

/** One fact and its name. */
export function Fact({ name, children }: { name: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3">
      <dt className="text-muted wrap-anywhere hyphens-auto">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}
