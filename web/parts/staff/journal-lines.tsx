import { useText, useWhen, type Answer } from '../../kit.ts';
import { journalTexts } from '../../texts/journal.ts';

type Line = Answer<'GET /journal'>['entries'][number];

/** Where the journal shows what is about a person, a request or a place. */
export const journalAt = (asked: Readonly<Record<string, string>>) =>
  `/app/journal?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()}`;

interface Props {
  readonly entries: readonly Line[];
  /** The request that all of them are about, where the page already shows it. */
  readonly of?: string;
}

/** Entries of the access journal. */
export function JournalLines({ entries, of }: Props) {
  const t = useText();
  const when = useWhen();
  const heads = ['at', 'who', 'what', 'about'] as const;
  const cell = (name: (typeof heads)[number]) => ({ role: 'cell', 'data-label': t(journalTexts[name]) }) as const;
  return (
    <table class="queue" role="table">
      <caption class="unseen">{t(journalTexts.title)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((name) => (
            <th key={name} scope="col" role="columnheader">
              {t(journalTexts[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {entries.map((entry, index) => (
          <tr key={`${entry.at}${index}`} role="row">
            <td {...cell('at')}>
              <time dateTime={entry.at}>{when(entry.at)}</time>
            </td>
            <td {...cell('who')}>
              <Who entry={entry} />
            </td>
            <td {...cell('what')}>
              {t(entry.text)}
              {entry.outcome !== 'done' && <div class="small">{t(journalTexts.refused, { code: entry.outcome })}</div>}
              <div class="small">{entry.route}</div>
            </td>
            <td {...cell('about')}>
              {entry.request !== undefined && entry.request !== of && (
                <>
                  <a href={journalAt({ request: entry.request })}>{entry.request}</a>
                  <div class="opens">
                    <a href={`/app/search/${entry.request}`}>{t(journalTexts.open)}</a>
                  </div>
                </>
              )}
              {entry.subject !== undefined && <a href={journalAt({ account: entry.subject })}>{entry.subject}</a>}
              {entry.shown && t(journalTexts.shown, { n: entry.shown.length })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Who({ entry: { account, name, roleText, office, place } }: { readonly entry: Line }) {
  const t = useText();
  if (account === undefined) return <>{t(journalTexts.unnamed)}</>;
  return (
    <>
      <a href={journalAt({ account })}>{name ?? account}</a>
      <div class="small">
        {roleText && t(roleText)}
        {place !== undefined && (
          <>
            , <a href={journalAt({ place })}>{office}</a>
          </>
        )}
      </div>
    </>
  );
}
