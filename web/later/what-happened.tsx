import { useText, type Answer } from '../kit.ts';
import { Fold } from '../parts/fold.tsx';
import Diagram from './diagram.tsx';
import History from './history.tsx';
import { deskTexts } from '../texts/desk.ts';

export interface WhatHappenedProps {
  readonly request: Answer<'GET /requests/{id}'>;
}

/** The history of a request and how far it has come, collapsed: an employee opens it when there is a question. */
export default function WhatHappened({ request: { id, history } }: WhatHappenedProps) {
  const t = useText();
  return (
    <>
      <details>
        <summary>{t(deskTexts.history, { n: history.length })}</summary>
        <History history={history} />
      </details>
      <Fold summary={t(deskTexts.diagram)}>
        <Diagram title={t(deskTexts.diagram)} route="GET /requests/{id}/diagram.svg" params={{ id }} />
      </Fold>
    </>
  );
}
