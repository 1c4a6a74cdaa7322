import {
  BusyButton,
  call,
  isProblem,
  Loaded,
  ProblemNotice,
  useAnswer,
  useState,
  useText,
  useWhen,
  type Answer,
  type PageProps,
  type Problem,
} from '../kit.ts';
import { Desk } from '../parts/staff/desk.tsx';
import { OpenAccount } from '../parts/staff/open-account.tsx';
import { PostForm } from '../parts/staff/post-form.tsx';
import { listTexts } from '../texts/list.ts';
import { peopleTexts } from '../texts/people.ts';

type Person = Answer<'GET /staff'>['staff'][number];
type Act = 'suspend' | 'restore' | 'dismiss';

/** The people of the offices: whom posts are offered to, and whose are changed. */
export default function PeopleDesk({ query }: PageProps) {
  const t = useText();
  const from = query.get('from') ?? undefined;
  const found = useAnswer('GET /staff', { query: { limit: 50, ...(from && { from }) } });
  return (
    <Desk title={t(peopleTexts.title)}>
      <details>
        <summary>{t(peopleTexts.offer)}</summary>
        <OpenAccount opened={found.reload} />
      </details>
      <Loaded from={found}>
        {({ staff, next }) => (
          <>
            <Lines staff={staff} changed={found.reload} />
            {(next || from) && (
              <nav class="pager" aria-label={t(listTexts.pages)}>
                {from && <a href="/app/staff">{t(listTexts.toStart)}</a>}
                {next && <a href={`/app/staff?from=${encodeURIComponent(next)}`}>{t(listTexts.nextPage)}</a>}
              </nav>
            )}
          </>
        )}
      </Loaded>
    </Desk>
  );
}

function Lines({ staff, changed }: { readonly staff: readonly Person[]; readonly changed: () => void }) {
  const t = useText();
  const heads = ['who', 'post', 'state', 'act'] as const;
  return (
    <table class="queue" role="table">
      <caption class="unseen">{t(peopleTexts.title)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((name) => (
            <th key={name} scope="col" role="columnheader">
              {t(peopleTexts[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {staff.map((person) => (
          <Line key={person.account} person={person} changed={changed} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ person, changed }: { readonly person: Person; readonly changed: () => void }) {
  const t = useText();
  const when = useWhen();
  const { fullName, post, offered, suspended } = person;
  const nameOf = (each: Person['post']) => (each ? [t(each.roleText), each.position].filter(Boolean).join(', ') : '—');
  const state = [
    suspended && t(peopleTexts.suspended, { when: when(suspended) }),
    offered && t(peopleTexts.waiting, { post: nameOf(offered) }),
    post && !suspended && !offered && t(peopleTexts.serving),
  ];
  const cell = (name: 'who' | 'post' | 'state') => ({ role: 'cell', 'data-label': t(peopleTexts[name]) }) as const;
  return (
    <tr role="row">
      <td {...cell('who')}>{fullName}</td>
      <td {...cell('post')}>
        {nameOf(post)}
        {post?.officeName !== undefined && (
          <div class="small" lang="ru">
            {post.officeName}
          </div>
        )}
      </td>
      <td {...cell('state')}>{state.filter(Boolean).join('; ')}</td>
      <td role="cell" class="act">
        <Acts person={person} changed={changed} />
      </td>
    </tr>
  );
}

/** What can be done; what ends sessions is asked about first. */
function Acts({
  person: { account, fullName, post, suspended },
  changed,
}: {
  readonly person: Person;
  readonly changed: () => void;
}) {
  const t = useText();
  const [asked, setAsked] = useState<Act | 'move'>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const change = async (body: Parameters<typeof send>[1]) => {
    setBusy(true);
    const answer = await send(account, body);
    setBusy(false);
    setProblem(isProblem(answer) ? answer : undefined);
    if (isProblem(answer)) return;
    setAsked(undefined);
    changed();
  };
  if (asked === 'move')
    return (
      <PostForm
        title={t(peopleTexts.moving, { name: fullName })}
        isBusy={isBusy}
        problem={problem}
        send={(moved) => void change({ act: 'move', ...moved })}
        stop={() => setAsked(undefined)}
      />
    );
  if (asked)
    return (
      <div role="group">
        <p>{t(peopleTexts.sure, { name: fullName, act: t(peopleTexts[asked]).toLowerCase() })}</p>
        {problem && <ProblemNotice problem={problem} />}
        <BusyButton
          isBusy={isBusy}
          busy={t(peopleTexts.doing)}
          kind="danger"
          onClick={() => void change({ act: asked })}
        >
          {t(peopleTexts.yes)}
        </BusyButton>{' '}
        <button type="button" class="button second" onClick={() => setAsked(undefined)}>
          {t(peopleTexts.no)}
        </button>
      </div>
    );
  const acts = ['move', suspended ? 'restore' : 'suspend', 'dismiss'] as const;
  return (
    <>
      {acts
        .filter((act) => post || act !== 'suspend')
        .map((act) => (
          <button key={act} type="button" class="link" onClick={() => setAsked(act)}>
            {t(peopleTexts[act])}
            <span class="unseen">: {fullName}</span>
          </button>
        ))}
    </>
  );
}

type Change = NonNullable<NonNullable<Parameters<typeof call<'PUT /staff/{account}'>>[1]>['body']>;
const send = (account: string, body: Change) => call('PUT /staff/{account}', { params: { account }, body });
