import { lazy, Loaded, useAnswer, useText, type PageProps } from '../../kit.ts';
import type { ComplaintDeskProps } from '../../later/complaint-desk.tsx';
import { Desk } from '../../parts/staff/desk.tsx';
import { appealTexts } from '../../texts/appeal.ts';
import { complaintTexts } from '../../texts/complaints.ts';

const ComplaintDesk = lazy<ComplaintDeskProps>('later/complaint-desk');

/** One complaint, with what it is about, and the answer. */
export default function Complaint({ params }: PageProps) {
  const t = useText();
  const found = useAnswer('GET /requests/{id}/complaints/{complaint}', {
    params: { id: params['request']!, complaint: params['complaint']! },
  });
  const number = found.value?.number;
  return (
    <Desk
      title={number === undefined ? t(complaintTexts.complaint) : t(appealTexts.number, { number })}
      crumbs={[{ href: '/app/complaints', text: t(complaintTexts.title) }]}
    >
      <Loaded from={found}>{(complaint) => <ComplaintDesk complaint={complaint} reload={found.reload} />}</Loaded>
    </Desk>
  );
}
