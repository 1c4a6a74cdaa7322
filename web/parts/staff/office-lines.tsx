import type { ComponentChildren } from 'preact';
import { Icon, useText, useWhen, type Answer } from '../../kit.ts';
import { listTexts } from '../../texts/list.ts';
import { lineTexts } from '../../texts/queue.ts';
import { deskTexts } from '../../texts/desk.ts';
import { searchTexts } from '../../texts/search.ts';
import { channelNames } from '../../texts/words.ts';
import { writeOrganisation } from '../organisation.ts';
import { StateTag } from '../state-tag.tsx';

type Ended = Answer<'GET /ended-work'>['requests'][number];
/** A system may turn away what has no term yet. */
export type OfficeLine = Omit<Ended, 'dueAt'> & { readonly dueAt?: string | undefined };

interface Props<Line extends OfficeLine> {
  readonly caption: string;
  readonly lines: readonly Line[];
  /** A column of the page's own, after the others. */
  readonly last?: { readonly head: string; readonly of: (line: Line) => ComponentChildren };
}

const heads = {
  number: listTexts.number,
  service: listTexts.service,
  applicant: lineTexts.applicant,
  state: listTexts.state,
  received: searchTexts.received,
  term: searchTexts.term,
} as const;
const names = Object.keys(heads) as (keyof typeof heads)[];

/** Requests of an office, each with a link to all that may be read of it. */
export function OfficeLines<Line extends OfficeLine>({ caption, lines, last }: Props<Line>) {
  const t = useText();
  const when = useWhen();
  const cell = (name: keyof typeof heads) => ({ role: 'cell', 'data-label': t(heads[name]) }) as const;
  return (
    <table class="queue" role="table">
      <caption class="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {names.map((name) => (
            <th key={name} scope="col" role="columnheader">
              {t(heads[name])}
            </th>
          ))}
          {last && (
            <th scope="col" role="columnheader">
              {last.head}
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.id} role="row">
            <td {...cell('number')}>
              <a class="nowrap" href={`/app/search/${line.id}`}>
                {line.number}
              </a>{' '}
              <span class="small">{t(channelNames[line.channel as keyof typeof channelNames])}</span>
            </td>
            <td {...cell('service')} class="long">
              {t(line.serviceTitle)}
            </td>
            <td {...cell('applicant')} class="long">
              {line.organisation && <div>{writeOrganisation(line.organisation, t)}</div>}
              {line.applicant.fullName}{' '}
              <span class="small">
                {t(deskTexts.iin)} {line.applicant.iin}
              </span>
            </td>
            <td {...cell('state')}>
              <StateTag of={line} />
            </td>
            <td {...cell('received')}>{when(line.receivedAt)}</td>
            <td {...cell('term')}>
              {line.dueAt && <span>{when(line.dueAt)}</span>}{' '}
              {line.late && (
                <span class="tag overdue">
                  <Icon name="warn" /> {t(line.closedAt ? searchTexts.afterTerm : searchTexts.late)}
                </span>
              )}{' '}
              {line.closedAt && <span class="small">{t(searchTexts.closed, { when: when(line.closedAt) })}</span>}
            </td>
            {last && (
              <td role="cell" data-label={last.head} class="long">
                {last.of(line)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
