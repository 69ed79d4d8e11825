/** In two columns, in the type in which `0` and `O` differ. */
export function CodeList({ codes, label }: { codes: string[]; label: string }) {
  return (
    <ol aria-label={label} className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-control border border-line-control bg-surface-sunken px-4 py-3 font-mono text-md max-[24rem]:grid-cols-1">
      {codes.map((code) => (
        <li key={code} className="whitespace-nowrap">
          {code}
        </li>
      ))}
    </ol>
  )
}
