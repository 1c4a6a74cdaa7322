import {
  BusyButton,
  call,
  isProblem,
  Notice,
  ProblemNotice,
  useState,
  useText,
  useWhen,
  type Answer,
  type Problem,
} from '../../kit.ts';
import { journalTexts } from '../../texts/journal.ts';

type Part = Answer<'GET /journal/check'>;
interface Checked {
  readonly seals: number;
  readonly entries: number;
  readonly erased: number;
  readonly faults: Part['faults'];
  readonly moreFaults: number;
  readonly unsealed?: number | undefined;
  readonly last?: Part['last'];
}

const none: Checked = { seals: 0, entries: 0, erased: 0, faults: [], moreFaults: 0 };
const add = (sum: Checked, { seals, entries, erased, faults, moreFaults = 0, unsealed, last }: Part): Checked => ({
  seals: sum.seals + seals,
  entries: sum.entries + entries,
  erased: sum.erased + erased,
  faults: [...sum.faults, ...faults].slice(0, 100),
  moreFaults: sum.moreFaults + moreFaults + Math.max(0, sum.faults.length + faults.length - 100),
  unsealed,
  last: last ?? sum.last,
});

/** Goes through all seals, one answer after another, and says what was found so far. */
export function JournalCheck() {
  const t = useText();
  const [checked, setChecked] = useState<Checked>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const check = async () => {
    setBusy(true);
    setProblem(undefined);
    let sum = none;
    for (let after: string | undefined = ''; after !== undefined;) {
      const part: Part | Problem = await call('GET /journal/check', { query: after === '' ? {} : { after } });
      if (isProblem(part)) {
        setProblem(part);
        break;
      }
      sum = add(sum, part);
      setChecked(sum);
      after = part.next;
    }
    setBusy(false);
  };
  return (
    <section class="card" aria-label={t(journalTexts.check)}>
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(journalTexts.checking)} onClick={() => void check()}>
          {t(journalTexts.check)}
        </BusyButton>
      </p>
      <div role="status">{checked && <Found checked={checked} />}</div>
      {problem && <ProblemNotice problem={problem} again={() => void check()} />}
    </section>
  );
}

function Found({
  checked: { seals, entries, erased, faults, moreFaults, unsealed, last },
}: {
  readonly checked: Checked;
}) {
  const t = useText();
  const when = useWhen();
  const wrong = faults.length + moreFaults;
  return (
    <>
      <p>
        {t(journalTexts.checked, { seals, n: entries })}
        {erased > 0 && <> {t(journalTexts.erased, { n: erased })}</>}
        {unsealed !== undefined && <> {t(journalTexts.unsealed, { n: unsealed })}</>}
      </p>
      {seals > 0 && (
        <Notice kind={wrong > 0 ? 'error' : 'success'}>
          {wrong > 0 ? t(journalTexts.wrong, { n: wrong }) : t(journalTexts.well)}
        </Notice>
      )}
      {faults.length > 0 && (
        <ul class="rows">
          {faults.map(({ code, at, text }) => (
            <li key={code + at}>
              {t(text)}: {when(at.replace(/#.*/, ''))} <span class="small">{at}</span>
            </li>
          ))}
        </ul>
      )}
      {last && <p class="small breaks">{t(journalTexts.last, { sha256: last.sha256 })}</p>}
    </>
  );
}
