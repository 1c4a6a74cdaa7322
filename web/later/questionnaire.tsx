import { useState } from 'preact/hooks';
import {
  BusyButton,
  call,
  isProblem,
  Loaded,
  Notice,
  ProblemNotice,
  useAnswer,
  useText,
  type Problem,
} from '../kit.ts';
import { questionnaireTexts } from '../texts/questionnaire.ts';

export interface QuestionnaireProps {
  readonly request: { readonly id: string; readonly service: string; readonly regulationVersion: string };
  /** An employee asks the visitor for whom they filed. */
  readonly forVisitor?: boolean;
}

type Measure = 'quality' | 'accessibility';

/** «Анкета»: one answer to each question, once; then thanks. */
export default function Questionnaire({ request, forVisitor = false }: QuestionnaireProps) {
  const t = useText();
  const [given, setGiven] = useState<Partial<Record<Measure, number>>>({});
  const [isDone, setDone] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const found = useAnswer('GET /services/{service}', {
    params: { service: request.service },
    query: { version: request.regulationVersion },
  });
  const send = async (event: Event) => {
    event.preventDefault();
    const { quality, accessibility } = given;
    setMissing(quality === undefined || accessibility === undefined);
    if (quality === undefined || accessibility === undefined) return;
    setBusy(true);
    const params = { id: request.id };
    const answered = await call('PUT /requests/{id}/questionnaire', { params, body: { quality, accessibility } });
    setBusy(false);
    if (isProblem(answered)) setProblem(answered);
    else setDone(true);
  };
  if (isDone)
    return (
      <Notice kind="success" role="status">
        {t(questionnaireTexts.thanks)}
      </Notice>
    );
  return (
    <section>
      <h2>{t(questionnaireTexts.title)}</h2>
      <p>{t(forVisitor ? questionnaireTexts.visitor : questionnaireTexts.hint)}</p>
      <Loaded from={found}>
        {({ questionnaire }) => (
          <form onSubmit={(event) => void send(event)}>
            {questionnaire.map(({ measures, question, answers }) => (
              <fieldset key={measures} class="field">
                <legend>{t(question)}</legend>
                {answers.map((answer, index) => (
                  <label key={answer.ru} class="choice">
                    <input
                      type="radio"
                      name={measures}
                      checked={given[measures] === index + 1}
                      onChange={() => setGiven((before) => ({ ...before, [measures]: index + 1 }))}
                    />
                    <span>{t(answer)}</span>
                  </label>
                ))}
              </fieldset>
            ))}
            {isMissing && (
              <Notice kind="error" role="alert">
                {t(questionnaireTexts.choose)}
              </Notice>
            )}
            {problem && <ProblemNotice problem={problem} />}
            <p class="buttons">
              <BusyButton isBusy={isBusy} busy={t(questionnaireTexts.sending)}>
                {t(questionnaireTexts.send)}
              </BusyButton>
            </p>
          </form>
        )}
      </Loaded>
    </section>
  );
}
