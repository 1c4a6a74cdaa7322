import {
  goTo,
  lazy,
  Loaded,
  Notice,
  useAnswer,
  useLayoutEffect,
  useRef,
  useText,
  type Answer,
  type PageProps,
} from '../kit.ts';
import type { KeysProps } from './keys.tsx';
import type { SignPanelProps } from './sign-panel.tsx';
import { Desk } from '../parts/staff/desk.tsx';
import { namedIn } from '../parts/staff/signing-address.ts';
import { ToSignRow } from '../parts/staff/to-sign.tsx';
import { isToSign, useSigning, type ToSign } from '../parts/staff/use-signing.ts';
import { useViewer, Viewer } from '../parts/staff/viewer.tsx';
import { deskTexts } from '../texts/desk.ts';
import { queueTexts, workTexts } from '../texts/queue.ts';
import { signingTexts } from '../texts/signing.ts';

const Keys = lazy<KeysProps>('later/keys');
const SignPanel = lazy<SignPanelProps>('later/sign-panel');

/** Several documents: each is looked at, then all are signed with one entry of the password. */
export default function SigningDesk({ query }: PageProps) {
  const t = useText();
  const ids = namedIn(query);
  return (
    <Desk title={t(signingTexts.title)} crumbs={[{ href: '/app/work', text: t(queueTexts.queue) }]}>
      {ids.length > 0 ? (
        <Asked ids={ids} />
      ) : (
        <>
          <p class="nothing">{t(signingTexts.none)}</p>
          <ToQueue />
        </>
      )}
    </Desk>
  );
}

function ToQueue() {
  const t = useText();
  return (
    <p class="buttons">
      <a class="button" href="/app/work">
        {t(workTexts.toQueue)}
      </a>
    </p>
  );
}

function Asked({ ids }: { readonly ids: readonly string[] }) {
  const found = useAnswer('POST /signable-work', { body: { work: ids.map((id) => ({ id })) } });
  return <Loaded from={found}>{({ work }) => <Documents shown={work} />}</Loaded>;
}

function Documents({ shown }: { readonly shown: Answer<'POST /signable-work'>['work'] }) {
  const t = useText();
  const account = useAnswer('GET /account');
  const { documents, picked, times, ...signing } = useSigning(shown);
  const sheets = documents
    .filter(({ output }) => output)
    .map((each) => ({
      id: each.id,
      name: t(deskTexts.document, { number: each.output!.number }),
      type: 'application/pdf',
      read: () => signing.read(each),
    }));
  const { keys, ...viewer } = useViewer(sheets);
  const open = (id: string) => {
    viewer.show(sheets.findIndex((sheet) => sheet.id === id));
    document.querySelector('.viewer')?.scrollIntoView({ block: 'nearest' });
  };
  const said = useRef<HTMLDivElement>(null);
  // What came of it is read next, wherever the button was.
  useLayoutEffect(() => said.current?.focus(), [times]);
  return (
    <div class={sheets.length > 0 ? 'halves' : ''}>
      {sheets.length > 0 && (
        <div class="seen">
          <Viewer sheets={sheets} title={t(signingTexts.shown)} isListed {...viewer} />
        </div>
      )}
      <div>
        {times > 0 && (
          <div ref={said} tabIndex={-1}>
            <Result documents={documents} />
          </div>
        )}
        <section aria-labelledby="to-sign">
          <h2 id="to-sign">{t(signingTexts.list)}</h2>
          {documents.some(isToSign) && <p>{t(signingTexts.intro)}</p>}
          <ul class="rows">
            {documents.map((each) => (
              <ToSignRow
                key={each.id}
                document={each}
                isOpened={signing.isOpened(each)}
                isIn={picked.includes(each)}
                open={() => open(each.id)}
                toggle={() => signing.toggle(each)}
              />
            ))}
          </ul>
        </section>
        {picked.length > 0 && account.value ? (
          <SignPanel
            title={t(signingTexts.signature)}
            verb={t(signingTexts.sign, { n: picked.length })}
            who={{ iin: account.value.iin, purpose: 'signature' }}
            contents={signing.contents}
            submitAll={signing.submitAll}
          />
        ) : documents.some(isToSign) ? (
          <p class="nothing">{t(signingTexts.openFirst)}</p>
        ) : (
          <ToQueue />
        )}
      </div>
      <Keys keys={[...keys, { cap: 'Q', does: 'queue', run: () => goTo('/app/work') }]} />
    </div>
  );
}

function Result({ documents }: { readonly documents: readonly ToSign[] }) {
  const t = useText();
  const tried = documents.filter(({ result }) => result);
  const n = tried.filter(({ result }) => result?.done).length;
  return (
    <Notice kind={n === tried.length ? 'success' : 'warning'} role="status">
      <p>
        {t(signingTexts.result, { n, all: tried.length })} {n < tried.length && t(signingTexts.rest)}
      </p>
    </Notice>
  );
}
