import { attempt } from '../attempt.ts';
import { BudgetExhausted, type Budget } from '../budget.ts';
import { readCarriedEvidence } from '../cms/carried-evidence.ts';
import { parseSignedData, type SignedData } from '../cms/signed-data.ts';
import type { EdsInput } from '../verify.ts';
import { Work } from '../work.ts';
import { extendContext, makeContext, type Context } from './context.ts';

/**
 * What is signed and by whom, before anything is verified: with the certificates that are given, without lists and
 * answers. Undefined if it cannot be read.
 */
export function openSignature(
  input: EdsInput,
  budget: Budget,
): { readonly signedData: SignedData; readonly context: Context } | undefined {
  const signedData = attempt(() => parseSignedData(input.cms));
  if (signedData === undefined) return undefined;
  const given = { certificates: input.certificates, crls: [], ocsps: [] };
  const work = new Work(budget, input.cache);
  try {
    const own = makeContext(input.at, input.profile, given, work);
    const carried = signedData.signers.flatMap((signer) => readCarriedEvidence(signer.unsignedAttributes).certificates);
    const certificates = [...signedData.certificates, ...carried];
    return { signedData, context: extendContext(own, { ...given, certificates }) };
  } catch (error) {
    // The verification will refuse it by name.
    if (error instanceof BudgetExhausted) return undefined;
    throw error;
  }
}
