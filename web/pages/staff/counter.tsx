import { useEffect, useState } from 'preact/hooks';
import { lazy, load, Loaded, Notice, rename, useAnswer, useText, type Answer, type PageProps } from '../../kit.ts';
import type { CounterDeskProps } from '../../later/counter-desk.tsx';
import { Desk } from '../../parts/staff/desk.tsx';
import { FileLink } from '../../parts/file-link.tsx';
import type { Operator, Served } from '../../parts/staff/use-counter.ts';
import { Receipt } from '../../parts/staff/receipt.tsx';
import { filedTexts } from '../../texts/counter.ts';

const CounterDesk = lazy<CounterDeskProps>('later/counter-desk');

/** Visitors are served one after another: from the IIN to the receipt on one screen, and back to the IIN. */
export default function Counter({ params: { id } }: PageProps) {
  const t = useText();
  const account = useAnswer('GET /account');
  const kept = useKeptOperator(account.problem?.problem === 'network/failed');
  const value = account.value ?? kept;
  if (value?.office === undefined)
    return (
      <Desk title={t(filedTexts.title)}>
        <Loaded from={account}>{() => null}</Loaded>
      </Desk>
    );
  // What this tab had before it was loaded again is in the outbox, also if the server has a part of it (later/counter-desk).
  const isHere = id === undefined || sessionStorage.getItem('outbox-entry')?.split(' ')[1] === id;
  return isHere ? <Visitors account={value} /> : <Reopened account={value} id={id} />;
}

/** Without a connection: who signed in here last, as this session has kept it. */
function useKeptOperator(isNeeded: boolean): Operator | undefined {
  const [kept, setKept] = useState<Operator>();
  useEffect(() => {
    if (isNeeded)
      void load<typeof import('../../later/kept-operator.ts')>('later/kept-operator')
        .then(({ readOperator }) => readOperator())
        .then(setKept, () => undefined);
  }, [isNeeded]);
  return kept;
}

type Request = Answer<'GET /requests/{id}'>;

/** A draft that was begun before; after it is signed, nothing is left to continue here. */
function Reopened({ account, id }: { readonly account: Operator; readonly id: string }) {
  const t = useText();
  const found = useAnswer('GET /requests/{id}', { params: { id } });
  const [first] = useState(() => ({ value: undefined as Request | undefined }));
  if (found.value && !first.value) first.value = found.value;
  if (!first.value)
    return (
      <Desk title={t(filedTexts.title)}>
        <Loaded from={found}>{() => null}</Loaded>
      </Desk>
    );
  const { value } = first;
  return value.state === 'draft' ? (
    <Visitors account={account} begun={value} />
  ) : (
    <Visitors account={account} first={{ id, number: value.number }} />
  );
}

interface Props {
  readonly account: Operator;
  readonly begun?: Request;
  readonly first?: Served;
}

function Visitors({ account, begun, first }: Props) {
  const [round, setRound] = useState(0);
  const [served, setServed] = useState<Served | 'aside' | undefined>(first);
  const [printing, setPrinting] = useState(0);
  const next = (done?: Served | 'aside') => {
    rename('/app/counter');
    setServed(done);
    setRound((now) => now + 1);
    setPrinting((now) => now + 1);
  };
  return (
    <CounterDesk
      key={round}
      account={account}
      {...(round === 0 && begun && { begun })}
      before={served && <Done served={served} printAgain={() => setPrinting((now) => now + 1)} />}
      after={
        served !== 'aside' &&
        served?.receipt &&
        printing > 0 && (
          <Receipt
            key={printing}
            receipt={served.receipt}
            printed={() => document.querySelector<HTMLElement>('#iin')?.focus()}
          />
        )
      }
      next={next}
    />
  );
}

/** Data of the visitor who has just left. */
function Done({ served, printAgain }: { readonly served: Served | 'aside'; readonly printAgain: () => void }) {
  const t = useText();
  if (served === 'aside')
    return (
      <Notice kind="information" role="status">
        <p>
          {t(filedTexts.aside)} <a href="/app/outbox">{t(filedTexts.unsent)}</a>
        </p>
      </Notice>
    );
  const { id, number, receipt } = served;
  return (
    <Notice kind={number === undefined ? 'information' : 'success'} role="status">
      <p>{number === undefined ? t(filedTexts.late) : t(filedTexts.registered, { number })}</p>
      <p class="meta">
        {receipt && (
          <button type="button" class="link" onClick={printAgain}>
            {t(filedTexts.printAgain)}
          </button>
        )}
        {number !== undefined && <FileLink request={id} of="receipt" text={t(filedTexts.receipt)} />}
      </p>
    </Notice>
  );
}
