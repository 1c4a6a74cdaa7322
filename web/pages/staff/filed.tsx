import { useState } from 'preact/hooks';
import { lazy, Loaded, useAnswer, useText, useWhen, type Answer, type PageProps } from '../../kit.ts';
import type { QuestionnaireProps } from '../../later/questionnaire.tsx';
import { FileLink } from '../../parts/file-link.tsx';
import { useServices } from '../../parts/services.ts';
import { Desk } from '../../parts/staff/desk.tsx';
import { Pager } from '../../parts/staff/pager.tsx';
import { filedTexts } from '../../texts/counter.ts';
import { listTexts } from '../../texts/list.ts';
import { questionnaireTexts } from '../../texts/questionnaire.ts';

const Questionnaire = lazy<QuestionnaireProps>('later/questionnaire');

type Line = Answer<'GET /requests'>['requests'][number];

/** What this employee has filed for visitors: drafts to continue, receipts to print again, offers to answer. */
export default function Filed({ query }: PageProps) {
  const t = useText();
  const from = query.get('from') ?? undefined;
  const found = useAnswer('GET /requests', { query: { limit: 25, ...(from && { from }) } });
  return (
    <Desk title={t(filedTexts.filed)} crumbs={[{ href: '/app/counter', text: t(filedTexts.title) }]}>
      <Loaded from={found}>
        {({ requests, next }) => {
          const shown = requests.filter(({ state }) => state !== 'discarded');
          return (
            <>
              {shown.length === 0 && <p class="nothing">{t(filedTexts.noneFiled)}</p>}
              {shown.length > 0 && <Lines lines={shown} />}
              <Pager path="/app/filed" query={query} next={next} />
            </>
          );
        }}
      </Loaded>
    </Desk>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const t = useText();
  const when = useWhen();
  const { titleOf } = useServices();
  const heads = ['number', 'service', 'state', 'begun', 'act'] as const;
  const cell = (name: (typeof heads)[number]) => ({ role: 'cell', 'data-label': t(listTexts[name]) }) as const;
  return (
    <table class="queue" role="table">
      <caption class="unseen">{t(filedTexts.filed)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((name) => (
            <th key={name} scope="col" role="columnheader">
              {t(listTexts[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(({ id, number, service, state, stateText, createdAt, offer, questionnaire, regulationVersion }) => (
          <tr key={id} role="row">
            <td {...cell('number')}>{number === undefined ? '—' : <a href={`/app/search/${id}`}>{number}</a>}</td>
            <td {...cell('service')}>{titleOf(service)}</td>
            <td {...cell('state')}>{t(stateText)}</td>
            <td {...cell('begun')}>{when(createdAt)}</td>
            <td role="cell" class="act">
              {state === 'draft' && (
                <a class="button" href={`/app/counter/${id}`}>
                  {t(filedTexts.goOn)}
                  <span class="unseen">, {when(createdAt)}</span>
                </a>
              )}
              {offer && (
                <a class="button" href={`/app/requests/${id}/offer`}>
                  {t(filedTexts.answerOffer)}
                  <span class="unseen"> {number}</span>
                </a>
              )}
              {questionnaire === 'open' && <Ask request={{ id, service, regulationVersion }} number={number} />}
              {number && <FileLink request={id} of="receipt" text={t(filedTexts.receipt)} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AskProps {
  readonly request: QuestionnaireProps['request'];
  readonly number: string | undefined;
}

/** The questionnaire, in the line of its request, once the employee asks for it. */
function Ask({ request, number }: AskProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Questionnaire request={request} forVisitor />;
  return (
    <button type="button" class="button second" onClick={() => setOpen(true)}>
      {t(questionnaireTexts.ask)}
      <span class="unseen"> {number}</span>
    </button>
  );
}
