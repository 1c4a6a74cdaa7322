import { useState } from 'preact/hooks';
import { fieldsIn } from '../../lib/domain/regulation/fields-in.ts';
import { missingPapers } from '../../lib/domain/request/draft/papers.ts';
import type { FieldMarkProps } from '../later/field-mark.tsx';
import type { IncompleteProps } from '../later/incomplete.tsx';
import type { MissingScansProps } from '../later/missing-scans.tsx';
import type { SignPanelProps } from '../later/sign-panel.tsx';
import {
  actions,
  type Answer,
  call,
  fromBase64,
  goTo,
  isProblem,
  lazy,
  Loaded,
  Page,
  type PageProps,
  type Problem,
  useAnswer,
  useText,
  useWhen,
} from '../kit.ts';
import { Ended } from '../parts/ended.tsx';
import { writeOrganisation } from '../parts/organisation.ts';
import { titleOfScan } from '../parts/title-of-scan.ts';
import { RemoveDraft } from '../parts/remove-draft.tsx';
import { StepsCard } from '../parts/steps-card.tsx';
import { papersOf, stepsOf } from '../parts/steps-of.ts';
import { useDraft } from '../parts/use-draft.ts';
import { writeTerms } from '../parts/terms.ts';
import { typedCopy } from '../parts/typed-copy.ts';
import { writeAnswer } from '../parts/write-answer.ts';
import { applyTexts } from '../texts/apply.ts';
import { checkTexts } from '../texts/check.ts';
import { organisationTexts } from '../texts/organisation.ts';

const SignPanel = lazy<SignPanelProps>('later/sign-panel');
const FieldMark = lazy<FieldMarkProps>('later/field-mark');
const Incomplete = lazy<IncompleteProps>('later/incomplete');
const MissingScans = lazy<MissingScansProps>('later/missing-scans');

export default function Check({ params }: PageProps) {
  const t = useText();
  const id = params['id']!;
  const draft = useDraft(id);
  if (!draft.value)
    return (
      <Page title={t(checkTexts.check)}>
        <Loaded from={draft}>{() => null}</Loaded>
      </Page>
    );
  return <Application draft={draft.value} />;
}

function Application({ draft }: { readonly draft: Answer<'GET /requests/{id}'> }) {
  const t = useText();
  const when = useWhen();
  const found = useAnswer('GET /services/{service}', { params: { service: draft.service } });
  const service = found.value;
  const [refused, setRefused] = useState<Problem>();
  const { id } = draft;
  if (!service)
    return (
      <Page title={t(checkTexts.check)}>
        <Loaded from={found}>{() => null}</Loaded>
      </Page>
    );
  const missing = missingPapers(service.documents, draft.channel, draft.attachments);
  const steps = stepsOf(service);
  const terms = service.channels.find(({ channel }) => channel === draft.channel)?.terms ?? [];

  const content = async () => {
    const signable = await call('GET /requests/{id}/signable', { params: { id } });
    if (isProblem(signable) && signable.problem === 'request/not-draft') goTo(`/app/requests/${id}`, { replace: true });
    setRefused(isProblem(signable) && signable.problem === 'form/invalid' ? signable : undefined);
    return isProblem(signable) ? signable : fromBase64(signable.content);
  };
  const submit = async (cms: string) => {
    const sent = await call('POST /requests/{id}/submission', { params: { id }, body: { cms } });
    // Sent already: from another tab, or in a first attempt whose answer was lost.
    if (isProblem(sent) && sent.problem !== 'request/submitted-otherwise') return sent;
    typedCopy(id).forget();
    goTo(`/app/requests/${id}/sent`, { replace: true });
    return undefined;
  };
  return (
    <Page
      title={t(checkTexts.check)}
      step={t(applyTexts.step, { n: steps.length, all: steps.length })}
      crumbs={[{ href: `/app/services/${service.id}`, text: t(service.title) }]}
      aside={
        <>
          <section class="card clock">
            <p class="small">{t(checkTexts.whenDecided)}</p>
            <p class="time">{writeTerms(terms, t)}</p>
            <p class="small">{t(checkTexts.afterSending)}</p>
          </section>
          <StepsCard steps={steps} now="check" id={id} />
        </>
      }
    >
      <Ended decree={service.decree} />
      <p>{t(checkTexts.checkText)}</p>
      {refused && <Incomplete request={id} errors={refused.errors ?? []} specs={service.fields} />}
      <Answers draft={draft} service={service} />
      {missing.length > 0 ? (
        <MissingScans request={id} missing={missing} />
      ) : (
        <SignPanel
          title={t({ kk: 'Қол қою', ru: 'Подпись' })}
          verb={t(checkTexts.signAndSend)}
          who={{ iin: draft.applicant.iin, purpose: 'signature', organisation: draft.organisation?.bin ?? false }}
          fileName="application.json"
          content={content}
          submit={submit}
        />
      )}
      {draft.expiresAt !== undefined && <p class="small">{t(checkTexts.expires, { day: when(draft.expiresAt) })}</p>}
      <RemoveDraft id={id} done={() => goTo('/app/requests', { replace: true })} />
    </Page>
  );
}

interface AnswersProps {
  readonly draft: Answer<'GET /requests/{id}'>;
  readonly service: Answer<'GET /services/{service}'>;
}

/** What is signed, in words. "Change" leads to the field itself. */
function Answers({ draft, service }: AnswersProps) {
  const t = useText();
  const office = service.offices.find(({ code }) => code === draft.office)?.name ?? draft.office;
  const change = (name: string, label: string) => (
    <dd>
      <a href={`/app/requests/${draft.id}/form?field=${name}`}>
        {t(actions.change)}
        <span class="unseen">: {label}</span>
      </a>
    </dd>
  );
  return (
    <dl class="facts">
      <div>
        <dt>{t(checkTexts.service)}</dt>
        <dd>{t(service.title)}</dd>
      </div>
      <div>
        <dt>{t(applyTexts.applicant)}</dt>
        <dd>{draft.applicant.fullName}</dd>
      </div>
      {draft.organisation && (
        <div>
          <dt>{t(organisationTexts.organisation)}</dt>
          <dd>{writeOrganisation(draft.organisation, t)}</dd>
          {change('bin', t(organisationTexts.organisation))}
        </div>
      )}
      <div>
        <dt>{t(applyTexts.office)}</dt>
        <dd lang="ru">{office}</dd>
        {change('office', t(applyTexts.office))}
      </div>
      {fieldsIn(service.fields, draft.channel).map((spec) => (
        <div key={spec.name}>
          <dt>{t(spec.label)}</dt>
          <dd class={draft.form[spec.name] ? undefined : 'none'}>
            {writeAnswer(spec, draft.form[spec.name], t)}
            {draft.registerData?.marks[spec.name] && <FieldMark data={draft.registerData} field={spec.name} />}
          </dd>
          {spec.meaning !== 'applicant-iin' && change(spec.name, t(spec.label))}
        </div>
      ))}
      {papersOf(service).length > 0 && (
        <div>
          <dt>{t(checkTexts.scans)}</dt>
          <dd class={draft.attachments.length > 0 ? undefined : 'none'}>
            {draft.attachments.map((scan) => titleOfScan(scan, t)).join(', ') || t(checkTexts.noScans)}
          </dd>
          <dd>
            <a href={`/app/requests/${draft.id}/scans`}>
              {t(actions.change)}
              <span class="unseen">: {t(checkTexts.scans)}</span>
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}
