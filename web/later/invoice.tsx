import { Notice, useText, useWhen, type Answer } from '../kit.ts';
import { invoiceTexts } from '../texts/invoice.ts';

export interface InvoiceProps {
  readonly invoice: NonNullable<Answer<'GET /requests/{id}'>['invoice']>;
  /** Whether there is a receipt, which names the payment. */
  readonly hasReceipt: boolean;
  /** Asks how it stands now. */
  readonly reload: () => void;
}

/** What is to be paid, how and until when; «история оплаты». */
export default function Invoice({ invoice, hasReceipt, reload }: InvoiceProps) {
  const t = useText();
  const when = useWhen();
  const { number, sum, state, stateText, madeAt, until, paidAt } = invoice;
  const events = [
    [invoiceTexts.made, madeAt],
    ...(paidAt === undefined ? [] : [[invoiceTexts.paid, paidAt] as const]),
    ...(state === 'expired' ? [[invoiceTexts.expired, until] as const] : []),
  ] as const;
  return (
    <section>
      <h2>{t(invoiceTexts.title)}</h2>
      {state === 'open' && (
        <Notice kind="warning">
          <p>
            <strong>{t(invoiceTexts.waits)}.</strong> {t(invoiceTexts.how)}
          </p>
          <p>{t(invoiceTexts.else)}</p>
        </Notice>
      )}
      {state === 'expired' && <Notice kind="warning">{t(invoiceTexts.over)}</Notice>}
      <dl class="facts">
        <div>
          <dt>{t(invoiceTexts.number)}</dt>
          <dd>
            <strong class="nowrap">{number}</strong>
          </dd>
        </div>
        <div>
          <dt>{t(invoiceTexts.sum)}</dt>
          <dd>{t(sum)}</dd>
        </div>
        <div>
          <dt>{t(invoiceTexts.state)}</dt>
          <dd>{t(stateText)}</dd>
        </div>
        {state === 'open' && (
          <div>
            <dt>{t(invoiceTexts.until)}</dt>
            <dd>
              <time dateTime={until}>{when(until)}</time>
            </dd>
          </div>
        )}
      </dl>
      <h3>{t(invoiceTexts.history)}</h3>
      <ul>
        {events.map(([text, at]) => (
          <li key={text.ru}>
            {t(text)}: <time dateTime={at}>{when(at)}</time>
          </li>
        ))}
      </ul>
      {state === 'paid' && hasReceipt && <p class="small">{t(invoiceTexts.receipt)}</p>}
      {state !== 'paid' && (
        <p class="buttons">
          <button type="button" class="button second" onClick={reload}>
            {t(invoiceTexts.look)}
          </button>
        </p>
      )}
    </section>
  );
}
