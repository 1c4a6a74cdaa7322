import { useText, useWhen, type Answer } from '../kit.ts';
import { appealTexts } from '../texts/appeal.ts';
import { ReplyLink } from './reply-link.tsx';

interface Props {
  readonly request: string;
  readonly complaint: Pick<Answer<'GET /requests/{id}/complaints/{complaint}'>, 'id' | 'answer'>;
}

/** What was answered to a complaint, by whom, and the signed document. */
export function Reply({ request, complaint: { id, answer } }: Props) {
  const t = useText();
  const when = useWhen();
  if (!answer) return null;
  const { outcomeText, text, number, at, by } = answer;
  return (
    <>
      <p>
        <strong>{t(outcomeText)}</strong>
      </p>
      <p style={{ whiteSpace: 'pre-line' }}>{text}</p>
      <p class="small">{t(appealTexts.answered, { post: t(by.post), name: by.name, when: when(at) })}</p>
      <p>
        <ReplyLink request={request} complaint={id} of="document" text={t(appealTexts.document)} />{' '}
        <ReplyLink request={request} complaint={id} of="signature" text={t(appealTexts.signature)} />{' '}
        <a href={`/app/verify?number=${encodeURIComponent(number)}`}>{t(appealTexts.genuine)}</a>
      </p>
    </>
  );
}
