import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CardReport, CardSignature } from '../../lib/card/report.ts';
import { cardProblemTexts, cardVerdicts, pagesProveNothing, signatureProblemWords } from '../../lib/card/texts.ts';
import { Icon, lazy, useText, useWhen } from '../kit.ts';
import { cardTexts } from '../texts/card.ts';
import { ownFileTexts } from '../texts/own-file.ts';
import { Line } from '../parts/line.tsx';
import type { ProofProps } from './proof.tsx';
import { writeSize } from '../parts/write-size.ts';

const Proof = lazy<ProofProps>('later/proof');

export interface CardResultProps {
  readonly card: CardReport;
  readonly isComplete: boolean;
}

/** Whether a card can be trusted, what is in it, and each of its signatures. */
export default function CardResult({ card, isComplete }: CardResultProps) {
  const t = useText();
  const { verdict, problem, document, signatures } = card;
  return (
    <>
      <Line good={verdict === 'passed'}>{`${t(cardVerdicts[verdict])}.`}</Line>
      {problem && <p>{`${t(cardProblemTexts[problem])}.`}</p>}
      {document && (
        <p>
          {t(cardTexts.document)}: <strong>{document.name}</strong>{' '}
          <span class="small">{writeSize(document.octets.length, t)}</span>
          {verdict === 'passed' && <Save name={document.name} octets={document.octets} />}
        </p>
      )}
      {signatures.length > 0 && (
        <ul>
          {signatures.map((signature, no) => (
            <li key={no}>
              <Signature {...signature} />
            </li>
          ))}
        </ul>
      )}
      {!isComplete && <p class="small">{t(ownFileTexts.lists)}</p>}
      <p class="small">{t(pagesProveNothing)}</p>
    </>
  );
}

function Signature({ name, problems, report }: CardSignature) {
  const t = useText();
  const when = useWhen();
  const signers = report?.signers ?? [];
  return (
    <>
      {t(cardTexts.signature)} {name}: {problems.length === 0 && t(cardTexts.holds)}
      {problems.map((problem) => t(signatureProblemWords[problem])).join('; ')}.
      {problems.length === 0 &&
        signers.map(({ identity, referenceTime, proof }) => (
          <Fragment key={referenceTime}>
            <span class="small">
              {' '}
              {[identity?.commonName, identity?.organisation, when(referenceTime)].filter(Boolean).join(', ')}
            </span>
            {proof && <Proof proof={proof} />}
          </Fragment>
        ))}
    </>
  );
}

/** The document alone: some programs for PDF do not show what a file brings. */
function Save({ name, octets }: { readonly name: string; readonly octets: Uint8Array }) {
  const t = useText();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([octets.slice()], { type: 'application/octet-stream' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [octets]);
  return (
    <>
      <br />
      {url !== undefined && (
        <a href={url} download={name}>
          <Icon name="down" /> {t(cardTexts.save)}
        </a>
      )}
    </>
  );
}
