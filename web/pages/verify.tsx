import { useEffect, useState } from 'preact/hooks';
import {
  Icon,
  inBoth,
  lazy,
  isProblem,
  call,
  Page,
  ProblemNotice,
  useText,
  useWhen,
  type Answer,
  type PageProps,
  type Problem,
} from '../kit.ts';
import type { OwnFileProps } from '../later/own-file.tsx';
import type { ProofProps } from '../later/proof.tsx';
import { VerifyForm } from '../parts/verify-form.tsx';
import { kinds, meanings, signers, verdicts, verifyTexts } from '../texts/verify.ts';

const CardFile = lazy<object>('later/card-file');
const OwnFile = lazy<OwnFileProps>('later/own-file');
const Proof = lazy<ProofProps>('later/proof');

type Issued = Answer<'GET /documents/{number}'>;

/** "Unknown" is an answer, too. */
export default function Verify({ query }: PageProps) {
  const t = useText();
  const number = query.get('number') ?? '';
  const [found, setFound] = useState<Issued | Problem>();
  useEffect(() => {
    if (number !== '') void call('GET /documents/{number}', { params: { number } }).then(setFound);
  }, [number]);
  const isUnknown = found && isProblem(found) && found.problem === 'document/unknown';
  return (
    <Page title={t(verifyTexts.title)}>
      <div role="status">
        {found && !isProblem(found) && <Genuine document={found} />}
        {isUnknown && <Unknown number={number} />}
      </div>
      {found && !isProblem(found) && (
        <OwnFile key={found.number} document={found} request={query.get('request') ?? undefined} />
      )}
      {found && isProblem(found) && !isUnknown && <ProblemNotice problem={found} />}
      <section class={found ? 'card' : undefined}>
        {found && <h2>{t(isUnknown ? verifyTexts.retype : verifyTexts.again)}</h2>}
        <p>{t(isUnknown ? verifyTexts.letters : verifyTexts.intro)}</p>
        <VerifyForm key={number} first={isUnknown ? number : ''} />
      </section>
      {isUnknown && <p>{t(verifyTexts.fake)}</p>}
      {number === '' && <CardFile />}
    </Page>
  );
}

/** In both languages at once, large, with a shape: the holder of the paper may read either. */
function Banner({ verdict }: { readonly verdict: keyof typeof verdicts }) {
  const look = { genuine: ['', 'tick'], withdrawn: ['bad', 'cross'], unknown: ['unknown', 'ask'] } as const;
  const [kind, icon] = look[verdict];
  return (
    <div class={`banner ${kind}`}>
      <Icon name={icon} />
      <div>
        {inBoth(verdicts[verdict]).map(([language, title]) => (
          <div key={language} lang={language}>
            <h2>{title}</h2>
            <p>{meanings[verdict][language]}</p>
          </div>
        ))}
      </div>
    </div>
  );
}

function Unknown({ number }: { readonly number: string }) {
  const t = useText();
  return (
    <>
      <Banner verdict="unknown" />
      <dl class="facts">
        <div>
          <dt>{t(verifyTexts.asked)}</dt>
          <dd>{number}</dd>
        </div>
      </dl>
    </>
  );
}

function Genuine({ document }: { readonly document: Issued }) {
  const t = useText();
  const when = useWhen();
  const { status, number, title, kind, service, office, issuedAt, initials, signature, sha256 } = document;
  const { withdrawn, replacedBy, replaces, proof } = document;
  const rows = [
    [verifyTexts.number, number],
    ...(title === undefined ? [] : [[verifyTexts.named, t(title)] as const]),
    [verifyTexts.kind, t(kinds[kind])],
    [verifyTexts.service, t(service)],
    [verifyTexts.initials, initials],
    [verifyTexts.office, t(office)],
    [verifyTexts.signer, t(document.signerPosition ?? signers[document.signerRole])],
    [verifyTexts.signature, t(signature === 'hand' ? verifyTexts.byHand : verifyTexts.byEds)],
    [verifyTexts.when, when(issuedAt)],
    ...(withdrawn
      ? [[verifyTexts.withdrawnAt, when(withdrawn.at)] as const, [verifyTexts.ground, t(withdrawn.ground)] as const]
      : []),
    ...(withdrawn?.office ? [[verifyTexts.withdrawnBy, t(withdrawn.office)] as const] : []),
    ...(replacedBy === undefined ? [] : [[verifyTexts.replacedBy, replacedBy] as const]),
    ...(replaces === undefined ? [] : [[verifyTexts.replaces, replaces] as const]),
  ] as const;
  return (
    <>
      <Banner verdict={status} />
      <dl class="facts">
        {rows.map(([label, value]) => (
          <div key={label.ru}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {proof && <Proof proof={proof} isKept />}
      {signature === 'eds' && (
        <details>
          <summary>{t(verifyTexts.self)}</summary>
          <p>{t(verifyTexts.selfText)}</p>
          <code>{sha256}</code>
          <pre class="scroll" tabIndex={0}>
            openssl cms -verify -binary -inform DER -in {number}.p7s -content {number}.pdf -CAfile certificates.pem
            -purpose any -out /dev/null
          </pre>
          <p>
            <a href="/certificates.pem" download>
              certificates.pem
            </a>
          </p>
        </details>
      )}
    </>
  );
}
