import { log } from '../../platform/log'
import { VALIDATED_AT_ONCE } from '../validation-run'
import { continueValidation } from './continue-validation'
import type { StartedRun } from './start-validation'

/** The change that it follows is committed and stays so, whatever becomes of the run: the scheduler goes on with it. */
async function carryOut(run: StartedRun): Promise<void> {
  try {
    await continueValidation(run)
  } catch (error) {
    log.error({ err: error, orgId: run.orgId, run: run.runId }, 'a validation was cut off')
  }
}

/**
 * Carries out the validation that a change has opened: before the answer to it where there are few tokens, else
 * afterwards.
 *
 * @param afterwards runs what it is handed once the answer is sent
 */
export async function revalidate(run: StartedRun, afterwards: (work: () => Promise<void>) => void): Promise<void> {
  if (run.total <= VALIDATED_AT_ONCE) await carryOut(run)
  else afterwards(() => carryOut(run))
}
