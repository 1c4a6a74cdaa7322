import { useState } from 'preact/hooks';
import { lazy, Loaded, Notice, rename, useAnswer, useText, type Answer, type PageProps } from '../../kit.ts';
import type { CounterDeskProps } from '../../later/counter-desk.tsx';
import { Desk } from '../../parts/staff/desk.tsx';
import { FileLink } from '../../parts/file-link.tsx';
import type { Served } from '../../parts/staff/use-counter.ts';
import { Receipt } from '../../parts/staff/receipt.tsx';
import { filedTexts } from '../../texts/counter.ts';

const CounterDesk = lazy<CounterDeskProps>('later/counter-desk');

/** Visitors are served one after another: from the IIN to the receipt on one screen, and back to the IIN. */
export default function Counter({ params: { id } }: PageProps) {
  const t = useText();
  const account = useAnswer('GET /account');
  const { value } = account;
  if (value?.office === undefined)
    return (
      <Desk title={t(filedTexts.title)}>
        <Loaded from={account}>{() => null}</Loaded>
      </Desk>
    );
  return id === undefined ? <Visitors account={value} /> : <Reopened account={value} id={id} />;
}

type Account = Answer<'GET /account'>;
type Request = Answer<'GET /requests/{id}'>;

/** A draft that was begun before; after it is signed, nothing is left to continue here. */
function Reopened({ account, id }: { readonly account: Account; readonly id: string }) {
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
  readonly account: Account;
  readonly begun?: Request;
  readonly first?: Served;
}

function Visitors({ account, begun, first }: Props) {
  const [round, setRound] = useState(0);
  const [served, setServed] = useState<Served | undefined>(first);
  const [printing, setPrinting] = useState(0);
  const next = (done?: Served) => {
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
function Done({
  served: { id, number, receipt },
  printAgain,
}: {
  readonly served: Served;
  readonly printAgain: () => void;
}) {
  const t = useText();
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
