import {
  BusyButton,
  call,
  isProblem,
  Loaded,
  ProblemNotice,
  rename,
  useAnswer,
  useSession,
  useState,
  useText,
  useWhen,
  type Answer,
  type PageProps,
  type Problem,
} from '../kit.ts';
import { outcomeWords } from '../../lib/domain/register/register-words.ts';
import { periodOf } from '../parts/days.ts';
import { addressOf } from '../parts/staff/address-of.ts';
import { PAGE } from '../parts/staff/asked.ts';
import { Desk } from '../parts/staff/desk.tsx';
import { OfficeChoice } from '../parts/staff/office-choice.tsx';
import { OfficeLines } from '../parts/staff/office-lines.tsx';
import { Pager } from '../parts/staff/pager.tsx';
import { registrationTexts as texts } from '../texts/registration.ts';

const PATH = '/app/registration';
type Line = Answer<'GET /register'>['requests'][number];
type Asked = ReturnType<typeof periodOf> & { readonly office?: string };

/** What the office received, in the order of its numbers; the auditor chooses an office. The period stands in the address. */
export default function RegistrationDesk({ query: first }: PageProps) {
  const t = useText();
  const [query, setQuery] = useState(first);
  const get = (name: string) => query.get(name) ?? '';
  const isAuditor = useSession()?.role === 'auditor';
  const office = get('office');
  const show = (name: string, value: string) => {
    const other = new URLSearchParams(query);
    other.delete('from');
    if (value) other.set(name, value);
    else other.delete(name);
    rename(addressOf(PATH, other));
    setQuery(other);
  };
  const asked = { ...periodOf(get('since'), get('until')), ...(isAuditor && office && { office }) };
  return (
    <Desk title={t(texts.title)}>
      <div class="filters" role="search">
        {isAuditor && <OfficeChoice value={office} fault={undefined} onChange={(code) => show('office', code)} />}
        {(['since', 'until'] as const).map((name) => (
          <div class="field" key={name}>
            <label for={name}>{t(texts[name])}</label>
            <input
              id={name}
              type="date"
              value={get(name)}
              onChange={({ currentTarget }) => show(name, currentTarget.value)}
            />
          </div>
        ))}
      </div>
      {isAuditor && !office ? (
        <p class="nothing">{t(texts.choose)}</p>
      ) : (
        <Journal key={query.toString()} asked={asked} query={query} />
      )}
    </Desk>
  );
}

function Journal({ asked, query }: { readonly asked: Asked; readonly query: URLSearchParams }) {
  const t = useText();
  const from = query.get('from') ?? undefined;
  const found = useAnswer('GET /register', { query: { limit: PAGE, ...asked, ...(from && { from }) } });
  return (
    <Loaded from={found}>
      {({ requests, next }) => (
        <>
          <p class={requests.length > 0 ? 'unseen' : 'nothing'} role="status">
            {requests.length > 0 ? t(texts.shown, { n: requests.length }) : t(texts.none)}
          </p>
          {requests.length > 0 && (
            <>
              <OfficeLines
                caption={t(texts.title)}
                lines={requests}
                last={{ head: t(texts.result), of: (line) => <Result line={line} /> }}
              />
              <Pager path={PATH} query={query} next={next} />
              <Files asked={asked} />
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

/** Who filed it and who has it, what was decided, and when the document was handed over. */
function Result({ line: { worker, filedBy, representative, result, withdrawn } }: { readonly line: Line }) {
  const t = useText();
  const when = useWhen();
  const filer = representative?.fullName ?? filedBy?.name ?? filedBy?.placeName;
  return (
    <>
      {worker ?? '—'}
      {filer && <div class="small">{t(texts.filed, { who: filer })}</div>}
      {result && <div>{[t(outcomeWords[result.outcome]), result.number].filter(Boolean).join(', ')}</div>}
      {result?.ground && <div class="small">{result.ground}</div>}
      {result?.deliveredAt && <div class="small">{t(texts.handed, { when: when(result.deliveredAt) })}</div>}
      {withdrawn && (
        <div class="small">{t(texts.withdrawn, { number: withdrawn.number, when: when(withdrawn.at) })}</div>
      )}
    </>
  );
}

/** The same as .xlsx: the address of a file is valid for minutes, so it is made when somebody asks for it. */
function Files({ asked }: { readonly asked: Asked }) {
  const t = useText();
  const [file, setFile] = useState<Answer<'GET /register.xlsx'>>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const make = async (from: string | undefined) => {
    setBusy(true);
    const made = await call('GET /register.xlsx', { query: { ...asked, ...(from && { from }) } });
    setBusy(false);
    setProblem(isProblem(made) ? made : undefined);
    if (!isProblem(made)) setFile(made);
  };
  const isWhole = file !== undefined && file.next === undefined;
  return (
    <div class="buttons">
      {!isWhole && (
        <BusyButton kind="second" isBusy={isBusy} busy={t(texts.making)} onClick={() => void make(file?.next)}>
          {t(file ? texts.more : texts.download)}
        </BusyButton>
      )}
      <span role="status">
        {file && (
          <>
            {t(texts.ready, { n: file.rows })}{' '}
            <a href={file.document.url} download="register.xlsx">
              {t(texts.save)}
            </a>
          </>
        )}
      </span>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
