/** A link in running text: underlined, because colour alone does not tell it from its neighbours. */
export const linkClass =
  'text-accent underline decoration-accent-border decoration-1 underline-offset-3 hover:decoration-current'
