import * as z from 'zod';
import type { Regulation } from './regulation.ts';
import { Bilingual } from './bilingual.ts';
import { Question } from './questionnaire.ts';
import { Document } from './schema.ts';

const Act = z.strictObject({ number: z.string(), date: z.iso.date() });

/** What a service's page shows besides its card. Texts without `kk` are the regulation's own, in Russian. */
export const ServiceDetail = z.strictObject({
  id: z.string(),
  version: z.string(),
  form: Bilingual,
  provider: z.string(),
  standard: z.string(),
  automation: z.string(),
  kind: z.string().optional(),
  result: z.string().optional(),
  /** What the regulation says about terms, waiting and price. */
  terms: z.array(z.string()),
  documents: z.array(Document),
  refusal: z.array(z.string()),
  /** «Основания для приостановления». */
  suspension: z.string().optional(),
  /** Who takes part: the structural and functional units. */
  participants: z.array(z.string()),
  /** What the service has to be (confidentiality, integrity, …), and under which technical conditions. */
  requirements: z.array(z.string()),
  conditions: z.array(z.string()),
  /** Where people can ask how their request stands. */
  status: z.string().optional(),
  /** What the systems tell while a request is dealt with. */
  notices: z.string().optional(),
  /** «Выходная форма отрицательного ответа», as the regulation has it. */
  refusalForm: z.strictObject({ title: Bilingual, text: z.string() }).optional(),
  contacts: z.string().optional(),
  /** «Анкета»: what is asked once after the result; empty if the regulation has none. */
  questionnaire: z.array(Question),
  registered: Act.extend({ by: z.string() }),
  amended: z.array(Act.extend({ what: z.string() })),
  repealed: Act.optional(),
  excluded: Act.optional(),
});
export type ServiceDetail = z.infer<typeof ServiceDetail>;

export function detailOf({ id, form, decree, documents, refusal, terms, questionnaire, ...texts }: Regulation) {
  const { version, kind, result, contacts, suspension, status, notices, refusalForm } = texts;
  return ServiceDetail.parse({
    id,
    version,
    form: form.title,
    provider: texts.provider.text,
    standard: texts.standard.text,
    automation: texts.automation.text,
    ...(kind && { kind: kind.text }),
    ...(result && { result: result.text }),
    terms: terms?.items ?? [],
    documents: documents?.items ?? [],
    refusal: refusal?.items ?? [],
    ...(suspension && { suspension: suspension.text }),
    participants: texts.participants.items,
    requirements: texts.requirements?.items ?? [],
    conditions: texts.conditions?.items ?? [],
    ...(status && { status: status.text }),
    ...(notices && { notices: notices.text }),
    ...(refusalForm && { refusalForm: { title: refusalForm.title, text: refusalForm.text } }),
    ...(contacts && { contacts: contacts.text }),
    questionnaire: questionnaire?.items ?? [],
    registered: decree.registered,
    amended: decree.amended,
    ...(decree.repealed && { repealed: decree.repealed }),
    ...(decree.excluded && { excluded: decree.excluded }),
  });
}
