import { actOf, problemOf } from '../../../lib/adapters/http/one-by-one.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { whileTime } from '../../../lib/adapters/http/while-time.ts';
import { signableOutput, type SignableNeeds } from '../../../lib/adapters/output/signable-output.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { titleOfOutput } from '../../../lib/domain/output/issued-document.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import { changeAsSigner } from '../../../lib/domain/request/work/change-work.ts';
import { readyToSign } from '../../../lib/domain/request/work/officer.ts';
import type { contract } from './contract.ts';

interface Needs extends SignableNeeds {
  readonly clock: () => Date;
}

export async function showOutputsSignable(
  { body: { work }, language }: Pick<Asked<typeof contract>, 'body' | 'language'>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const shown = await whileTime(work, ({ id }) => show(id, caller, needs), needs);
  return {
    body: {
      work: shown.map((each, index) => {
        const { id } = work[index]!;
        if (isRefusal(each)) return { id, problem: problemOf(each, language) };
        const { number, output } = each;
        const seen = { id, ...(number !== undefined && { number }) };
        return isRefusal(output) ? { ...seen, problem: problemOf(output, language) } : { ...seen, output };
      }),
    },
    acts: shown.map((each, index) => actOf(work[index]!.id, isRefusal(each) ? each : each.output)),
  };
}

async function show(id: string, caller: Caller, needs: Needs) {
  const output = await signable(id, caller, needs);
  // Any other refusal is told only to those who may see the request.
  const isUnknown = isRefusal(output) && output.refused === 'work/unknown';
  const request = isUnknown ? undefined : await needs.requests.find(id);
  return { number: request && isNumbered(request) ? request.number : undefined, output };
}

async function signable(id: string, caller: Caller, needs: Needs) {
  const ready = await changeAsSigner(id, caller, needs, (request, officer) => readyToSign(request, officer, needs.now));
  const found = isRefusal(ready) ? ready : await signableOutput(id, caller, needs);
  if (isRefusal(found)) return found;
  const { request, shown } = found;
  const { applicant, organisation } = request;
  const service = needs.findService(request.service, request.regulationVersion);
  if (!service) return refuse('service/unknown');
  return {
    ...shown,
    title: titleOfOutput(shown.kind, service),
    applicant: { fullName: applicant.fullName },
    ...(organisation && { organisation }),
  };
}
