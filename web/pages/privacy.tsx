import { terms, type Term } from '../../lib/domain/retention/terms.ts';
import { useText } from '../kit.ts';
import { Prose } from '../parts/prose.tsx';
import { keptTexts } from '../texts/kept.ts';
import { privacy, privacyTitle } from '../texts/privacy.ts';

export default function Privacy() {
  return (
    <Prose title={privacyTitle} chapters={privacy}>
      <Terms />
    </Prose>
  );
}

const YEAR = 365;
const all: readonly Term[] = Object.values(terms);

/** The terms by which the jobs erase, from the same data. */
function Terms() {
  const t = useText();
  const long = ({ days, from }: Term) => {
    if (days === undefined) return t(keptTexts.always);
    const isYears = days % YEAR === 0;
    return t(isYears ? keptTexts.years : keptTexts.days, { n: isYears ? days / YEAR : days, from: t(from) });
  };
  return (
    <section>
      <h2>{t(keptTexts.title)}</h2>
      <dl class="facts">
        {all.map((term) => (
          <div key={term.what.ru}>
            <dt>{t(term.what)}</dt>
            <dd>
              {long(term)}
              <br />
              <span class="small">{t(term.ground)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
