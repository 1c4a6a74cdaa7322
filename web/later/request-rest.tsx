import { actions, Icon, useText, type Answer } from '../kit.ts';
import { Fold } from '../parts/fold.tsx';
import { requestTexts } from '../texts/request.ts';
import Appeal from './appeal.tsx';
import Diagram from './diagram.tsx';
import History from './history.tsx';
import QueuePlace from './queue-place.tsx';
import Notices from './request-notices.tsx';
import SignatureReport from './signature-report.tsx';
import WhoLooked from './who-looked.tsx';
import Withdrawal from './withdrawal.tsx';

export interface RequestRestProps {
  readonly request: Answer<'GET /requests/{id}'>;
  /** The request has been withdrawn, or a complaint was filed. */
  readonly changed: () => void;
}

/**
 * Everything below what people come for. It is one script, so that nothing of it comes late and pushes the rest away
 * from a finger.
 */
export default function RequestRest({ request, changed }: RequestRestProps) {
  const t = useText();
  const { id, state, history } = request;
  return (
    <>
      {(state === 'queued' || state === 'left') && <QueuePlace id={id} isWaiting={state === 'queued'} left={changed} />}
      {(request.withdrawal === 'take-back' || state === 'taken-back') && (
        <Withdrawal request={request} changed={changed} />
      )}
      {!request.appeal && state !== 'draft' && <Appeal request={request} changed={changed} />}
      <section>
        <h2>{t(requestTexts.history)}</h2>
        <History history={history} />
        {history.some(({ code }) => code === 'submitted' || code === 'signature-refused') && (
          <SignatureReport request={id} />
        )}
        <WhoLooked request={id} />
        <Fold summary={t(requestTexts.diagram)}>
          <Diagram title={t(requestTexts.diagram)} route="GET /requests/{id}/diagram.svg" params={{ id }} />
        </Fold>
      </section>
      <Notices key={history.length} request={request} />
      <p class="print-hide">
        <button type="button" class="link" onClick={() => print()}>
          <Icon name="print" /> {t(actions.print)}
        </button>
      </p>
    </>
  );
}
