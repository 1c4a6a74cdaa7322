import { useEffect, useState } from 'preact/hooks';
import { call, isProblem, ProblemNotice, useText, type Answer, type Problem } from '../kit.ts';
import { decreeWordsTexts } from '../texts/decree-words.ts';

export interface DecreeWordsProps {
  readonly service: string;
}

/** Definitions, legal basis and responsibility in the decree's own sentences. Loaded when opened: few people need them. */
export default function DecreeWords({ service }: DecreeWordsProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState<Answer<'GET /services/{service}/text'>>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    if (!isOpen) return;
    void call('GET /services/{service}/text', { params: { service } }).then((found) => {
      if (isProblem(found)) return setProblem(found);
      setProblem(undefined);
      return setText(found);
    });
  }, [isOpen, service]);
  const there = parts.flatMap((name) => (text?.[name] ? [{ name, ...text[name] }] : []));
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t(decreeWordsTexts.title)}</summary>
      {problem && <ProblemNotice problem={problem} />}
      {text && <p class="small">{t(there.length > 0 ? decreeWordsTexts.asInSource : decreeWordsTexts.none)}</p>}
      {there.map(({ name, source, items }) => (
        <section key={name}>
          <h3>
            {t(decreeWordsTexts[name])}{' '}
            <span class="small" lang="ru">
              ({source})
            </span>
          </h3>
          <ul lang="ru">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

const parts = ['definitions', 'basis', 'responsibility'] as const;
