import { useState } from 'preact/hooks';
import { Loaded, Notice, useAnswer, useText } from '../kit.ts';
import { placesTexts } from '../texts/places.ts';
import Proposal from './proposal.tsx';

export interface ProposalOfProps {
  /** Of the request. */
  readonly id: string;
}

/** What an officer has proposed for a request, and for whom; the head decides here. */
export default function ProposalOf({ id }: ProposalOfProps) {
  const t = useText();
  const request = useAnswer('GET /requests/{id}', { params: { id } });
  const queue = useAnswer('GET /requests/{id}/queue', { params: { id } });
  const [decided, setDecided] = useState<'approved' | 'declined'>();
  if (decided)
    return (
      <Notice kind="success" role="status">
        {t(placesTexts[decided])}
      </Notice>
    );
  return (
    <>
      <Loaded from={request}>
        {({ number = '', applicant }) => (
          <Loaded from={queue}>
            {({ position = '', proposal }) =>
              proposal ? (
                <>
                  <p>{t(placesTexts.applicant, { number, name: applicant.fullName, position: String(position) })}</p>
                  <Proposal id={id} proposal={proposal} done={setDecided} />
                </>
              ) : (
                <p>{t(placesTexts.settled)}</p>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
