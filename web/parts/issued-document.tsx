import { recipients } from '../../lib/domain/output/recipient-words.ts';
import { lazy, useText, useWhen, type Answer } from '../kit.ts';
import type { CardLinkProps } from '../later/card-link.tsx';
import { requestTexts } from '../texts/request.ts';
import { FileLink } from './file-link.tsx';

interface Props {
  readonly request: Answer<'GET /requests/{id}'>;
}

const CardLink = lazy<CardLinkProps>('later/card-link');

const titles = {
  certificate: requestTexts.ready,
  interim: requestTexts.interim,
  refusal: requestTexts.refusal,
} as const;

/** The signed document of a request, or that there is none yet. */
export function IssuedDocument({ request }: Props) {
  const { id, output, earlier = [], withdrawn } = request;
  const t = useText();
  const when = useWhen();
  if (!output)
    return (
      <section class="card">
        <h2>{t(requestTexts.document)}</h2>
        <p>{t(requestTexts.notReady)}</p>
        <Former request={id} of={earlier} />
      </section>
    );
  const { kind, number, issuedAt, signedBy, handedOver } = output;
  return (
    <section class="card">
      <h2>{t(withdrawn ? requestTexts.recalled : titles[kind])}</h2>
      {withdrawn && (
        <p class="small">
          <Why {...withdrawn} />
        </p>
      )}
      <p class="small">
        {number}
        <br />
        {when(issuedAt)}
      </p>
      <p class="small">
        {t(requestTexts.signedBy, {
          name: signedBy.name,
          position: t(signedBy.position),
        })}
      </p>
      {handedOver && (
        <p class="small">
          {t(requestTexts.handedOver, {
            when: when(handedOver.at),
            to: handedOver.name ?? t(recipients[handedOver.to]),
            document: t(handedOver.document),
          })}
        </p>
      )}
      <p>
        <FileLink request={id} of="document" text={t(requestTexts.pdf)} />
      </p>
      <p>
        <FileLink request={id} of="signature" text={t(requestTexts.signature)} />
      </p>
      <p>
        <a href={`/app/verify?number=${encodeURIComponent(number)}&request=${id}`}>{t(requestTexts.genuine)}</a>
      </p>
      <CardLink request={request} />
      <Former request={id} of={earlier} />
    </section>
  );
}

interface FormerProps {
  readonly request: string;
  readonly of: NonNullable<Props['request']['earlier']>;
}

/** Documents of former runs: they stay valid, unless they were withdrawn. */
function Former({ request, of }: FormerProps) {
  const t = useText();
  return of.map(({ output: { kind, number }, withdrawn }) => (
    <p key={number} class="small">
      {t(kind === 'certificate' ? requestTexts.former : titles[kind])}:{' '}
      <a href={`/app/verify?number=${encodeURIComponent(number)}`}>{number}</a>
      {withdrawn && (
        <>
          <br />
          <Why {...withdrawn} />
          <br />
          <FileLink request={request} of="document" text={t(requestTexts.pdf)} number={number} />
        </>
      )}
    </p>
  ));
}

/** Since when a document is valid no more, and why. */
function Why({ at, ground, text }: NonNullable<Props['request']['withdrawn']>) {
  const t = useText();
  const when = useWhen();
  return (
    <>
      {t(requestTexts.withdrawn, { when: when(at), ground: t(ground) })}
      {text && (
        <>
          <br />
          {t(requestTexts.explained, { text })}
        </>
      )}
    </>
  );
}
