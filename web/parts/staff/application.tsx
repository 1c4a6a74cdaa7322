import { VISITOR } from '../../../lib/domain/request/draft/visitor.ts';
import type { FieldMarkProps } from '../../later/field-mark.tsx';
import { fieldsIn } from '../../../lib/domain/regulation/fields-in.ts';
import { lazy, useText, useWhen, type Answer } from '../../kit.ts';
import { deskTexts } from '../../texts/desk.ts';
import { invoiceTexts } from '../../texts/invoice.ts';
import { organisationTexts } from '../../texts/organisation.ts';
import { lineTexts } from '../../texts/queue.ts';
import { writeOrganisation } from '../organisation.ts';
import { writeAnswer } from '../write-answer.ts';

const FieldMark = lazy<FieldMarkProps>('later/field-mark');

interface Props {
  readonly request: Answer<'GET /requests/{id}'>;
  readonly service: Answer<'GET /services/{service}'>;
}

/** Who applies, and the answers of the form. */
export function Application({ request, service }: Props) {
  const { applicant, organisation, form, channel, registerData, invoice } = request;
  const t = useText();
  const when = useWhen();
  const asked = fieldsIn(service.fields, channel).filter(({ meaning }) => meaning !== 'applicant-iin');
  return (
    <section class="card">
      <h2>{t(deskTexts.application)}</h2>
      <dl class="lines">
        {organisation && (
          <div>
            <dt>{t(organisationTexts.organisation)}</dt>
            <dd>
              <strong>{writeOrganisation(organisation, t)}</strong>
            </dd>
          </div>
        )}
        <div>
          <dt>{t(lineTexts.applicant)}</dt>
          <dd>
            <strong>{applicant.fullName}</strong>, {t(deskTexts.iin)} {applicant.iin}
            {registerData && <FieldMark data={registerData} field={VISITOR} />}
          </dd>
        </div>
        {asked.map((spec) => (
          <div key={spec.name}>
            <dt>{t(spec.label)}</dt>
            <dd>
              {writeAnswer(spec, form[spec.name], t)}
              {registerData && <FieldMark data={registerData} field={spec.name} />}
            </dd>
          </div>
        ))}
        {invoice && (
          <div>
            <dt>{t(invoiceTexts.title)}</dt>
            <dd>
              № {invoice.number}, {t(invoice.sum)}: {t(invoice.stateText)}
              {invoice.paidAt !== undefined && `, ${when(invoice.paidAt)}`}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
