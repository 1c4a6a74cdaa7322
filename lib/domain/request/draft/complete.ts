import { dayOf } from '../../language/dates.ts';
import { refuse, type FieldError, type Refusal } from '../../problem/problem.ts';
import type { ServiceCard } from '../../regulation/card.ts';
import { fieldsIn } from '../../regulation/fields-in.ts';
import type { DraftRequest } from '../request.ts';
import { checkForm } from './form.ts';
import { missingPapers, nameMissing, type Missing } from './papers.ts';

/** What a draft lacks before it can be signed, as the regulation says: fields, or scans of documents. */
export function refuseIncomplete(draft: DraftRequest, service: ServiceCard, now: Date): Refusal | undefined {
  const { channel, form, applicant, attachments } = draft;
  const errors = checkForm(fieldsIn(service.fields, channel), form, {
    at: '/form',
    applicantIin: applicant.iin,
    today: dayOf(now.toISOString(), service.zone),
    complete: true,
  });
  if (errors.length > 0) return refuse('form/invalid', { errors });
  const missing = missingPapers(service.documents, channel, attachments);
  if (missing.length === 0) return undefined;
  const inWords = { kk: nameMissing(missing, 'kk'), ru: nameMissing(missing, 'ru') };
  return refuse('attachment/missing', { errors: missing.map(errorOf), inWords });
}

const errorOf = (missing: Missing): FieldError => ({
  field: '/attachments',
  rule: 'document',
  expected: `a scan of ${missing.map(({ code, name }) => `${code} («${name.ru}»)`).join(' or ')}`,
});
