import { useEffect, useState } from 'preact/hooks';
import { Notice, useText } from '../../kit.ts';
import { tellWorker } from '../../outbox/tell-worker.ts';
import { outboxTexts } from '../../texts/outbox.ts';

interface Props {
  /** Keeps what is on the page, which is then loaded again. */
  readonly before: () => Promise<unknown>;
}

/** A newer version of the pages waits until all tabs are closed, or the person lets it take over. */
export function NewVersion({ before }: Props) {
  const t = useText();
  const [waiting, setWaiting] = useState<ServiceWorker>();
  useEffect(() => void watch(setWaiting), []);
  if (!waiting) return null;
  const update = async () => {
    await before();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    tellWorker(waiting, 'take-over');
  };
  return (
    <Notice kind="information" role="status">
      <p>
        {t(outboxTexts.newVersion)}{' '}
        <button type="button" class="link" onClick={() => void update()}>
          {t(outboxTexts.update)}
        </button>
      </p>
    </Notice>
  );
}

async function watch(found: (worker: ServiceWorker) => void) {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  if (registration.waiting) found(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // The first version of all replaces nothing.
      if (installing.state === 'installed' && registration.active) found(installing);
    });
  });
}
