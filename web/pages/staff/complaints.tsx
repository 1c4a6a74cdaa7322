import { call, Loaded, useAnswer, useText, useWhen, type Answer, type PageProps } from '../../kit.ts';
import { writeOrganisation } from '../../parts/organisation.ts';
import { Pages } from '../../parts/pages.tsx';
import { Desk } from '../../parts/staff/desk.tsx';
import { appealTexts } from '../../texts/appeal.ts';
import { complaintTexts } from '../../texts/complaints.ts';

const states = ['open', 'answered'] as const;

/** Complaints about the office, or about the offices of the akimat: the earliest due first. */
export default function Complaints({ query }: PageProps) {
  const t = useText();
  const state = query.get('state') === 'answered' ? 'answered' : 'open';
  const found = useAnswer('GET /complaints', { query: { state } });
  const load = (from: string) => call('GET /complaints', { query: { state, from } });
  return (
    <Desk title={t(complaintTexts.title)}>
      <nav class="tabs" aria-label={t(complaintTexts.title)}>
        {states.map((each) => (
          <a
            key={each}
            href={each === 'open' ? '/app/complaints' : `/app/complaints?state=${each}`}
            aria-current={each === state ? 'page' : undefined}
          >
            {t(complaintTexts[each])}
          </a>
        ))}
      </nav>
      <Loaded from={found}>
        {(first) => (
          <Pages first={first} load={load}>
            {(pages) => {
              const complaints = pages.flatMap((page) => page.complaints);
              if (complaints.length === 0) return <p class="nothing">{t(complaintTexts.none)}</p>;
              return (
                <ol class="rows">
                  {complaints.map((line) => (
                    <Line key={line.id} line={line} />
                  ))}
                </ol>
              );
            }}
          </Pages>
        )}
      </Loaded>
    </Desk>
  );
}

function Line({ line }: { readonly line: Answer<'GET /complaints'>['complaints'][number] }) {
  const t = useText();
  const when = useWhen();
  const { id, request, number, requestNumber, groundText, serviceTitle, applicant, organisation, officeName } = line;
  const due = { when: when(line.dueAt) };
  return (
    <li>
      <h2 class="line">{t(appealTexts.number, { number })}</h2>
      <p>
        <strong>{t(groundText)}</strong> · {organisation && `${writeOrganisation(organisation, t)} · `}
        {applicant.fullName}
      </p>
      <p class="small">
        {requestNumber !== undefined && <>{t(complaintTexts.about, { number: requestNumber })} · </>}
        {t(serviceTitle)} · <span lang="ru">{officeName}</span>
      </p>
      {line.state === 'open' && (
        <p>
          {t(line.overdue ? complaintTexts.overdue : complaintTexts.due, due)} ·{' '}
          {line.mine ? t(complaintTexts.mine) : t(complaintTexts.elsewhere, { name: line.at.name })}
        </p>
      )}
      <a class="button second" href={`/app/complaints/${request}/${id}`}>
        {t(complaintTexts.look)}
        <span class="unseen"> {number}</span>
      </a>
    </li>
  );
}
