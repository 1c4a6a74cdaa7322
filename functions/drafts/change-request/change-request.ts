import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { PRESENT, type FindService } from '../../../lib/domain/regulation/cards.ts';
import { ifAllowed, refuseInterested } from '../../../lib/domain/request/access.ts';
import { changeRequest as change, type Requests } from '../../../lib/domain/request/change.ts';
import { changeForm, governBy } from '../../../lib/domain/request/draft/draft.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import { fieldsIn } from '../../../lib/domain/regulation/fields-in.ts';
import { checkForm } from '../../../lib/domain/request/draft/form.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Requests;
  readonly findService: FindService;
  readonly now: Date;
}

export async function changeRequest(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  { requests, findService, now }: Needs,
): Promise<Answered | Refusal> {
  const { form, formVersion } = body;
  const changed = await change(
    requests,
    params.id,
    ifAllowed(caller, mayDraft, (request) => {
      const service = findService(request.service, PRESENT);
      if (!service) return refuse('service/unknown');
      if (formVersion === undefined) return refuse('form/version-needed');
      const errors = checkForm(fieldsIn(service.fields, request.channel), form, {
        at: '/form',
        applicantIin: request.applicant.iin,
        today: dayOf(now.toISOString(), service.zone),
        complete: false,
      });
      if (errors.length > 0) return refuse('form/invalid', { errors });
      const interested = request.filedBy && refuseInterested(caller, request.filedBy, { ...request, form });
      return interested ?? changeForm(governBy(request, service), form, now, formVersion);
    }),
  );
  return isRefusal(changed) ? changed : { body: viewRequest(changed, now, caller) };
}
