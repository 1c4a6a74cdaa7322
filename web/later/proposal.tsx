import { useState } from 'preact/hooks';
import { BusyButton, call, isProblem, ProblemNotice, useSession, useText, type Answer, type Problem } from '../kit.ts';
import { writeDay } from '../../lib/domain/language/dates.ts';
import { placesTexts } from '../texts/places.ts';

type Decision = 'approved' | 'declined';

export interface ProposalProps {
  /** Of the request. */
  readonly id: string;
  readonly proposal: NonNullable<Answer<'GET /queue'>['queue'][number]['proposal']>;
  readonly done: (decided: Decision) => void;
}

/** A place that an officer proposes past others; the head decides. */
export default function Proposal({ id, proposal, done }: ProposalProps) {
  const t = useText();
  const isHead = useSession()?.role === 'mio-head';
  const [busy, setBusy] = useState<Decision>();
  const [problem, setProblem] = useState<Problem>();
  const { organisation, keptFrom, groundText, name = '' } = proposal;
  const day = writeDay(keptFrom, t.language);
  const decide = async (decision: Decision) => {
    setBusy(decision);
    const params = { id, proposal: proposal.id };
    const decided = await call('POST /requests/{id}/proposals/{proposal}/decision', { params, body: { decision } });
    setBusy(undefined);
    if (isProblem(decided)) setProblem(decided);
    else done(decision);
  };
  const button = (decision: Decision, label: string, kind?: 'second') => (
    <BusyButton
      isBusy={busy !== undefined}
      busy={t(placesTexts.offering)}
      {...(kind && { kind })}
      onClick={() => void decide(decision)}
    >
      {label}
    </BusyButton>
  );
  return (
    <>
      <p>{t(placesTexts.waits, { organisation, day, ground: t(groundText), name })}</p>
      {problem && <ProblemNotice problem={problem} />}
      {isHead && (
        <p class="buttons">
          {button('approved', t(placesTexts.approve))}
          {button('declined', t(placesTexts.decline), 'second')}
        </p>
      )}
    </>
  );
}
