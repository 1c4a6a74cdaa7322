import { holderOf } from '../../domain/identity/absence.ts';
import { findCaller } from '../../domain/identity/find-caller.ts';
import type { Caller, Holder } from '../../domain/access/roles.ts';
import type { Output, OutputFile } from '../../domain/output/output.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/problem/problem.ts';
import type { FindService } from '../../domain/regulation/cards.ts';
import { isDecided, type DecidedRequest } from '../../domain/request/request.ts';
import { changeAsSigner, type WorkNeeds } from '../../domain/request/work/change-work.ts';
import { nameSigner } from '../../domain/request/work/officer.ts';
import { mayAct, type Acting } from '../../domain/request/work/stand-in.ts';
import { LINK_SECONDS } from '../s3/attachments.ts';
import type { Documents } from '../s3/documents.ts';
import { writeOutput, type OutputNeeds } from './write-output.ts';

export interface SignableNeeds extends WorkNeeds, OutputNeeds {
  readonly documents: Pick<Documents, 'has' | 'write' | 'link'>;
  readonly findService: FindService;
}

/** The document that is to be signed. Whoever has claimed the signature gets one that names them. */
export async function signableOutput(id: string, caller: Caller, needs: SignableNeeds) {
  const { accounts, now } = needs;
  const [request, account, absences] = await Promise.all([
    needs.requests.find(id),
    findCaller(caller, accounts),
    accounts.absencesAt(caller.office ?? ''),
  ]);
  if (!request || !account || !mayAct({ caller, account, absences, now }, request)) return refuse('work/unknown');
  if (!isDecided(request) || !request.output?.file) return refuse('output/not-ready');
  const file = isToSign(request, account, { absences, now })
    ? await withSigner(request, caller, account, needs)
    : request.output.file;
  return isRefusal(file) ? file : { request, shown: await view(request.output, file, needs) };
}

async function view({ kind, number }: Output, { key, sha256 }: OutputFile, { documents }: SignableNeeds) {
  const url = await documents.link(key, `${number}.pdf`);
  return { kind, number, sha256, document: { url, expiresInSeconds: LINK_SECONDS } };
}

/** Whoever has claimed the signature signs a document that names them; others look at it as it is. */
const isToSign = (
  { output, work }: DecidedRequest,
  { id: account }: Holder,
  { absences, now }: Pick<Acting, 'absences' | 'now'>,
): boolean =>
  work?.task === 'sign' &&
  work.outcome === undefined &&
  work.claimedBy !== undefined &&
  holderOf(absences, work.claimedBy.account, now) === account &&
  output?.file?.signer !== account;

async function withSigner(
  request: DecidedRequest,
  caller: Caller,
  account: Holder,
  needs: SignableNeeds,
): Promise<OutputFile | Refusal> {
  const service = needs.findService(request.service, request.regulationVersion);
  if (!service) return refuse('service/unknown');
  const may = await changeAsSigner(request.id, caller, needs, (current) => current);
  if (isRefusal(may)) return may;
  const file = await writeOutput(request, service, needs, account);
  const changed = await changeAsSigner(request.id, caller, needs, (current, officer) =>
    nameSigner(current, file, officer),
  );
  return isRefusal(changed) ? changed : file;
}
