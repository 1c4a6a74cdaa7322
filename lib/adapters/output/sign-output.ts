import type { Caller, Holder } from '../../domain/access/roles.ts';
import { findCaller, unread } from '../../domain/identity/find-caller.ts';
import { sha256Hex } from '../../domain/digest/sha256.ts';
import type { OutputFile } from '../../domain/output/output.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/problem/problem.ts';
import { isDecided, type Request } from '../../domain/request/request.ts';
import { expectedOf } from '../../domain/request/signer.ts';
import {
  changeAsSigner,
  changeWork,
  signalOutcome,
  type SignalNeeds,
  type WorkNeeds,
} from '../../domain/request/work/change-work.ts';
import { officerOf } from '../../domain/request/work/officer-of.ts';
import { readyToSign, recordRefusedOutput, signOutput as sign } from '../../domain/request/work/officer.ts';
import type { Documents } from '../s3/documents.ts';
import type { Refusals } from '../s3/refusals.ts';
import type { CheckEds } from '../trust/check-eds.ts';
import { checkSigned, signatureOf } from '../trust/check-signed.ts';
import type { BinOf } from '../trust/office-numbers.ts';

export interface SignNeeds extends WorkNeeds, SignalNeeds {
  readonly documents: Pick<Documents, 'read' | 'write'>;
  readonly refused: Pick<Refusals, 'write'>;
  readonly checkEds: CheckEds;
  readonly binOf: BinOf;
  readonly stamps: boolean;
}

/** A signature that is to be checked, or one that was taken before. */
export type Ready =
  | { readonly id: string; readonly account: Holder; readonly file: OutputFile; readonly cms: Uint8Array }
  | { readonly signed: Request };

/** What costs little comes first: whether the caller may sign the document now, and has not done so already. */
export async function prepareSignature(
  id: string,
  cms: Uint8Array,
  caller: Caller,
  needs: WorkNeeds,
): Promise<Ready | Refusal> {
  const [account, found] = await Promise.all([findCaller(caller, needs.accounts), needs.requests.find(id)]);
  if (!account) return refuse('access/unauthenticated');
  if (found && isTaken(found, cms, caller)) return { signed: found };
  const request = await changeAsSigner(id, caller, needs, (current, officer) =>
    readyToSign(current, officer, needs.now),
  );
  if (isRefusal(request)) return request;
  const file = isDecided(request) ? request.output?.file : undefined;
  return file?.signer === caller.account ? { id, account, file, cms } : refuse('output/not-ready');
}

/** The same signature by the same person: an answer was lost, and it is sent again. */
function isTaken(request: Request, cms: Uint8Array, { account, office }: Caller): boolean {
  const signature = isDecided(request) ? request.output?.signature : undefined;
  return signature?.by.account === account && signature.by.place === office && signature.cmsSha256 === sha256Hex(cms);
}

/** Checks the signature of the document and records what came of it. */
export async function signOutput(
  ready: Ready,
  caller: Caller,
  { documents, refused, checkEds, binOf, stamps, ...needs }: SignNeeds,
): Promise<Request | Refusal> {
  if ('signed' in ready) {
    await signalOutcome(ready.signed, needs);
    return ready.signed;
  }
  const { id, account, file, cms } = ready;
  const { now } = needs;
  const checked = await checkSigned(
    {
      ...{ content: await documents.read(file.key), cms, expected: expectedOf(account, caller) },
      ...{ folder: `requests/${id}/output`, contentKey: file.key },
    },
    { documents, refused, checkEds, binOf, stamps, now },
  );
  if ('refusal' in checked) {
    const recorded = await changeWork(id, caller, needs, (current, officer) =>
      recordRefusedOutput(current, checked, officer, now),
    );
    await checked.keep(recorded);
    return checked.refusal;
  }
  const signature = { ...signatureOf(await checked.keep()), by: officerOf(account) };
  // The check took its time, and asked authorities: who may sign is read again.
  const signed = await changeAsSigner(id, unread(caller), needs, (current, officer) =>
    sign(current, signature, officer, now),
  );
  if (isRefusal(signed)) {
    // The same call at the same time may have been quicker.
    const found = await needs.requests.find(id);
    return found && isTaken(found, cms, caller) ? found : signed;
  }
  await signalOutcome(signed, needs);
  return signed;
}
