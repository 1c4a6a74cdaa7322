import { Loaded, useAnswer, useText } from '../kit.ts';
import { decreeWordsTexts } from '../texts/decree-words.ts';

export interface DecreeWordsProps {
  readonly service: string;
}

/** Definitions, legal basis and responsibility in the decree's own sentences: few people need them. */
export default function DecreeWords({ service }: DecreeWordsProps) {
  const t = useText();
  const found = useAnswer('GET /services/{service}/text', { params: { service } });
  return (
    <Loaded from={found}>
      {(text) => {
        const there = parts.flatMap((name) => (text[name] ? [{ name, ...text[name] }] : []));
        return (
          <>
            <p class="small">{t(there.length > 0 ? decreeWordsTexts.asInSource : decreeWordsTexts.none)}</p>
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
          </>
        );
      }}
    </Loaded>
  );
}

const parts = ['definitions', 'basis', 'responsibility'] as const;
