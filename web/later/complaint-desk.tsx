import { useState } from 'preact/hooks';
import { lazy, Notice, useText, useWhen, type Answer } from '../kit.ts';
import { writeOrganisation } from '../parts/organisation.ts';
import { Reply } from '../parts/reply.tsx';
import { appealTexts } from '../texts/appeal.ts';
import { complaintTexts } from '../texts/complaints.ts';
import type { ReplyFormProps } from './reply-form.tsx';

const ReplyForm = lazy<ReplyFormProps>('later/reply-form');

export interface ComplaintDeskProps {
  readonly complaint: Answer<'GET /requests/{id}/complaints/{complaint}'>;
  readonly reload: () => void;
}

/** What is complained of beside the refusal, and the answer. */
export default function ComplaintDesk({ complaint, reload }: ComplaintDeskProps) {
  const t = useText();
  const when = useWhen();
  const [isDone, setDone] = useState(false);
  const { requestNumber, groundText, text, serviceTitle, applicant, organisation, officeName, refusal, state, mine } =
    complaint;
  const due = { when: when(complaint.dueAt) };
  return (
    <>
      {isDone && (
        <Notice kind="success" role="status">
          {t(complaintTexts.done)}
        </Notice>
      )}
      <section class="card">
        <h2>{t(complaintTexts.complaint)}</h2>
        <p>
          <strong>{t(groundText)}</strong>
        </p>
        <p style={{ whiteSpace: 'pre-line' }}>{text}</p>
        <p class="small">
          {organisation && `${writeOrganisation(organisation, t)} · `}
          {applicant.fullName} · {t(appealTexts.registered, { when: when(complaint.registeredAt) })}
        </p>
        <p class="small">
          {requestNumber !== undefined && <>{t(complaintTexts.about, { number: requestNumber })} · </>}
          {t(serviceTitle)} · <span lang="ru">{officeName}</span>
        </p>
        {state === 'open' && <p>{t(complaint.overdue ? complaintTexts.overdue : complaintTexts.due, due)}</p>}
      </section>
      {refusal && (
        <section class="card">
          <h2>{t(complaintTexts.refusal)}</h2>
          <p>
            <strong>{refusal.ground}</strong>
          </p>
          <p style={{ whiteSpace: 'pre-line' }}>{refusal.text}</p>
          <p class="small">{t(complaintTexts.refusedBy, { name: refusal.by, when: when(refusal.at) })}</p>
        </section>
      )}
      <section class="card">
        <h2>{t(complaintTexts.answer)}</h2>
        <Reply request={complaint.request} complaint={complaint} />
        {state === 'open' && !mine && <p>{t(complaintTexts.notYours)}</p>}
        {state === 'open' && mine && (
          <ReplyForm
            request={complaint.request}
            complaint={complaint.id}
            done={() => {
              setDone(true);
              reload();
            }}
          />
        )}
      </section>
    </>
  );
}
