import { signDetached } from '../../lib/signing/sign-detached.ts';
import type { Signer } from '../../lib/signing/signer-info.ts';
import type { PersonKey } from '../../lib/signing/signing-key.ts';
import { checkCms } from './check-cms.ts';
import { isSigningProblem, type SigningProblem } from './problem.ts';
import type { Signed, Who } from './way.ts';

/** Signs each document by itself with a key that is open: all, in their order, or none. `made`: how many there are so far. */
export async function signEach(
  contents: readonly Uint8Array[],
  key: Signer<PersonKey>,
  who: Who,
  at: Date,
  made?: (n: number) => void,
): Promise<readonly Signed[] | SigningProblem> {
  const signed: Signed[] = [];
  for (const content of contents) {
    const checked = checkCms(await signDetached(content, key, at), content, who, at);
    if (isSigningProblem(checked)) return checked;
    signed.push(checked);
    made?.(signed.length);
    // Lets the page draw how far it is.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return signed;
}
