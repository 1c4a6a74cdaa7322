import { useEffect } from 'preact/hooks';
import { goTo, useAnswer, type Answer, type Awaited } from '../kit.ts';

/** A draft. What has been sent, here or from another tab, is shown where it is followed. */
export function useDraft(id: string): Awaited<Answer<'GET /requests/{id}'>> {
  const found = useAnswer('GET /requests/{id}', { params: { id } });
  const isSent = found.value !== undefined && found.value.state !== 'draft';
  useEffect(() => {
    if (isSent) goTo(`/app/requests/${id}`, { replace: true });
  }, [isSent]);
  return isSent ? { reload: found.reload } : found;
}
