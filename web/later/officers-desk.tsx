import { call, Icon, Loaded, rename, useAnswer, useSession, useState, useText, type PageProps } from '../kit.ts';
import { writeShortDay } from '../../lib/domain/language/dates.ts';
import { Pages } from '../parts/pages.tsx';
import { AddAbsence, EndAbsence } from '../parts/staff/absence-forms.tsx';
import { Desk } from '../parts/staff/desk.tsx';
import { GiveMandate, TakeMandate } from '../parts/staff/mandate-forms.tsx';
import { OfficeChoice } from '../parts/staff/office-choice.tsx';
import type { Person } from '../parts/staff/use-people.ts';
import { officerTexts } from '../texts/officers.ts';
import { lineTexts } from '../texts/queue.ts';

const limit = 50;
const PATH = '/app/officers';

/** The people of an office, for its head: what they have to do, who is away, who may sign. The auditor chooses an office, and only looks. */
export default function OfficersDesk({ query: first }: PageProps) {
  const t = useText();
  const isAuditor = useSession()?.role === 'auditor';
  const [office, setOffice] = useState((isAuditor && first.get('office')) || '');
  const choose = (code: string) => {
    rename(code ? `${PATH}?office=${code}` : PATH);
    setOffice(code);
  };
  return (
    <Desk title={t(officerTexts.title)}>
      {isAuditor ? (
        <div class="filters" role="search">
          <OfficeChoice value={office} fault={undefined} onChange={choose} />
        </div>
      ) : (
        <p>{t(officerTexts.intro)}</p>
      )}
      {isAuditor && !office ? (
        <p class="nothing">{t(officerTexts.choose)}</p>
      ) : (
        <People key={office} {...(office && { office })} />
      )}
    </Desk>
  );
}

function People({ office }: { readonly office?: string }) {
  const asked = { limit, ...(office !== undefined && { office }) };
  const found = useAnswer('GET /people', { query: asked });
  const load = (from: string) => call('GET /people', { query: { ...asked, from } });
  return (
    <Loaded from={found}>
      {(first) => (
        <Pages first={first} load={load}>
          {(pages) => (
            <Lines people={pages.flatMap((page) => page.people)} isHead={office === undefined} changed={found.reload} />
          )}
        </Pages>
      )}
    </Loaded>
  );
}

const heads = ['who', 'load', 'absence', 'right', 'act'] as const;
type ActName = 'give' | 'change' | 'take' | 'addAbsence' | 'endAbsence';
/** One form is open at a time. */
interface Asked {
  readonly account: string;
  readonly act: ActName;
  /** Of the absence. */
  readonly firstDay?: string;
}

interface LinesProps {
  readonly people: readonly Person[];
  /** Else nothing can be done here, and the work of people is not listed. */
  readonly isHead: boolean;
  readonly changed: () => void;
}

function Lines({ people, isHead, changed }: LinesProps) {
  const t = useText();
  const [asked, setAsked] = useState<Asked>();
  if (people.length === 0) return <p class="nothing">{t(officerTexts.none)}</p>;
  return (
    <table class="queue" role="table">
      <caption class="unseen">{t(officerTexts.title)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads
            .filter((name) => isHead || name !== 'act')
            .map((name) => (
              <th key={name} scope="col" role="columnheader">
                {t(officerTexts[name])}
              </th>
            ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {people.map((person) => (
          <Line
            key={person.account}
            person={person}
            isHead={isHead}
            asked={asked?.account === person.account ? asked : undefined}
            ask={setAsked}
            changed={changed}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly person: Person;
  readonly isHead: boolean;
  readonly asked: Asked | undefined;
  readonly ask: (asked: Asked | undefined) => void;
  readonly changed: () => void;
}

function Line({ person, isHead, asked, ask, changed }: LineProps) {
  const t = useText();
  const { account, fullName, position, roleText, role, mandate } = person;
  const isOwn = useSession()?.account === account;
  const day = mandate && writeShortDay(mandate.lastDay);
  const right = day ? t(mandate.over ? officerTexts.over : officerTexts.until, { day }) : t(officerTexts.no);
  const cell = (name: (typeof heads)[number]) => ({ role: 'cell', 'data-label': t(officerTexts[name]) }) as const;
  return (
    <tr role="row" class={person.overdue > 0 ? 'late' : ''}>
      <td {...cell('who')} class="long">
        {fullName} {isOwn && <strong>{t(officerTexts.you)}</strong>}
        <div class="small">{[position, t(roleText)].filter(Boolean).join(', ')}</div>
      </td>
      <td {...cell('load')}>
        <Load person={person} isHead={isHead} />
      </td>
      <td {...cell('absence')} class="long">
        <Absences person={person} />
      </td>
      <td {...cell('right')}>{role === 'mio-head' ? t(officerTexts.byPost) : role === 'mio-officer' ? right : '—'}</td>
      {isHead && (
        <td role="cell" class="act">
          <Acts person={person} asked={asked} ask={ask} changed={changed} />
        </td>
      )}
    </tr>
  );
}

/** How much open work somebody has, with a link to it, and how much of it is overdue. */
function Load({ person: { account, fullName, open, overdue }, isHead }: Pick<LineProps, 'person' | 'isHead'>) {
  const t = useText();
  return (
    <>
      {isHead && open > 0 ? (
        <a href={`/app/work?worker=${account}`}>
          {t(officerTexts.open, { n: open })}
          <span class="unseen">: {fullName}</span>
        </a>
      ) : (
        <span>{open > 0 ? t(officerTexts.open, { n: open }) : t(officerTexts.noWork)}</span>
      )}{' '}
      {overdue > 0 && (
        <span class="tag overdue">
          <Icon name="warn" /> {t(lineTexts.late)}: {overdue}
        </span>
      )}
    </>
  );
}

function Absences({ person: { absences, standsInFor } }: { readonly person: Person }) {
  const t = useText();
  if (absences.length + standsInFor.length === 0) return <>{t(officerTexts.here)}</>;
  return (
    <>
      {absences.map(({ firstDay, lastDay, now, substitute, unserved }) => (
        <div key={firstDay}>
          {now && <span class="tag warning">{t(officerTexts.away)}</span>}{' '}
          {t(officerTexts.period, { from: writeShortDay(firstDay), until: writeShortDay(lastDay) })}
          <span class="small">
            {t(unserved ? officerTexts.unserved : officerTexts.standsIn, { name: substitute.fullName })}
          </span>
        </div>
      ))}
      {standsInFor.map(({ account, fullName }) => (
        <div key={account}>{t(officerTexts.standsInFor, { name: fullName })}</div>
      ))}
    </>
  );
}

/** What can be done; what is taken is asked about first. */
function Acts({ person, asked, ask, changed }: Omit<LineProps, 'isHead'>) {
  const t = useText();
  const { account, fullName, mandate, role, absences } = person;
  const stop = () => ask(undefined);
  const done = () => {
    stop();
    changed();
  };
  const one = { account, name: fullName, done, stop };
  if (asked?.act === 'addAbsence') return <AddAbsence {...one} />;
  if (asked?.act === 'endAbsence') return <EndAbsence {...one} firstDay={asked.firstDay ?? ''} />;
  if (asked?.act === 'take') return <TakeMandate {...one} />;
  if (asked) return <GiveMandate {...one} lastDay={mandate?.lastDay} />;
  const ofMandate = role === 'mio-officer' ? (mandate ? (['change', 'take'] as const) : (['give'] as const)) : [];
  const acts: readonly Omit<Asked, 'account'>[] = [
    ...ofMandate.map((act) => ({ act })),
    { act: 'addAbsence' },
    ...absences.map(({ firstDay }) => ({ act: 'endAbsence' as const, firstDay })),
  ];
  return (
    <ul class="acts">
      {acts.map(({ act, firstDay }) => (
        <li key={`${act}${firstDay}`}>
          <button type="button" class="link" onClick={() => ask({ account, act, ...(firstDay && { firstDay }) })}>
            {t(officerTexts[act], { day: firstDay ? writeShortDay(firstDay) : '' })}
            <span class="unseen">: {fullName}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
