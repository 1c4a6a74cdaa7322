import { Notice, useText, type Answer } from '../kit.ts';
import { whyOf } from '../parts/representative.tsx';
import { appealTexts } from '../texts/appeal.ts';
import { because } from '../texts/request.ts';

export interface AppealProps {
  readonly request: Answer<'GET /requests/{id}'>;
}

/** Why a system refused, and «Право заявителя на обжалование»: the sentences of the refusal itself. */
export default function Appeal({ request }: AppealProps) {
  const t = useText();
  const why = whyOf(request);
  const { appeal } = request;
  return (
    <>
      {why && <Notice kind="error">{t(because[why])}</Notice>}
      {appeal && (
        <section>
          <h2>{t(appealTexts.title)}</h2>
          {appeal.map((sentence) => (
            <p key={sentence.ru}>{t(sentence)}</p>
          ))}
        </section>
      )}
    </>
  );
}
