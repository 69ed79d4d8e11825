import { redirect } from 'next/navigation'

/** The console has no start page of its own: it starts where everyone has something to do. */
export default function Start() {
  redirect('/my-account/api-tokens')
}
