/** A part of the form: its title names the group, with a sentence below. */
export function Section({ id, title, help, children }: { id: string; title: string; help?: string; children: React.ReactNode }) {
  return (
    <div role="group" aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-5 border-line p-5 not-first:border-t max-sm:p-4">
      <div className="grid gap-0.5">
        <h2 id={id} className="text-sm tracking-normal max-sm:text-md">
          {title}
        </h2>
        {help ? <p className="text-pretty text-muted">{help}</p> : null}
      </div>
      {children}
    </div>
  )
}
