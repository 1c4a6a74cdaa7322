import { useEffect } from 'preact/hooks';
import { goTo, useAnswer, type Answer, type Awaited } from '../kit.ts';

/** A draft. If it has been sent, here or from another tab, the page for following the request opens. */
export function useDraft(id: string): Awaited<Answer<'GET /requests/{id}'>> {
  const found = useAnswer('GET /requests/{id}', { params: { id } });
  const isSent = found.value !== undefined && found.value.state !== 'draft';
  useEffect(() => {
    if (isSent) goTo(`/app/requests/${id}`, { replace: true });
  }, [isSent]);
  return isSent ? { reload: found.reload } : found;
}
