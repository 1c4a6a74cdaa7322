import { writeDay } from '../../lib/domain/language/dates.ts';
import { useText, type Answer } from '../kit.ts';
import { representativeTexts } from '../texts/representative.ts';

type Request = Answer<'GET /requests/{id}'>;

/** Who acts for the applicant, and by which power of attorney; nothing if the applicant acts alone. */
export function Representative({ of: { representative } }: { readonly of: Pick<Request, 'representative'> }) {
  const t = useText();
  if (!representative) return null;
  const { iin, fullName, power } = representative;
  const day = (value: string) => (value === '' ? '' : writeDay(value, t.language));
  const facts = { number: power.number, from: day(power.issuedOn), until: day(power.until) };
  return (
    <section class="card quiet">
      <dl>
        <dt>{t(representativeTexts.representative)}</dt>
        <dd>{t(representativeTexts.person, { fullName, iin })}</dd>
        <dt>{t(representativeTexts.power)}</dt>
        <dd>{t(representativeTexts.facts, facts)}</dd>
        <dt>{t(representativeTexts.notary)}</dt>
        <dd>{power.notary}</dd>
      </dl>
    </section>
  );
}

/** Why a system turned the request away: where somebody acts for the applicant, the register may lack them or their power. */
export const whyOf = ({ because, representative }: Pick<Request, 'because' | 'representative'>) =>
  because === 'no-registry-data' && representative ? 'no-representative-data' : because;
