import { Loaded, Page, useAnswer, useText, type PageProps } from '../kit.ts';
import { ApplyForm } from '../parts/apply-form.tsx';
import { applyTexts } from '../texts/apply.ts';

/** An application that is begun, or a draft that is gone on with. */
export default function Form({ params }: PageProps) {
  return params['id'] === undefined ? <New service={params['service']!} /> : <Draft id={params['id']} />;
}

function New({ service: id }: { readonly service: string }) {
  const service = useAnswer('GET /services/{service}', { params: { service: id } });
  const account = useAnswer('GET /account');
  if (service.value && account.value) return <ApplyForm service={service.value} account={account.value} />;
  return <Waiting from={service.value ? account : service} />;
}

function Draft({ id }: { readonly id: string }) {
  const t = useText();
  const draft = useAnswer('GET /requests/{id}', { params: { id } });
  if (!draft.value) return <Waiting from={draft} />;
  if (draft.value.state === 'draft') return <OfDraft draft={draft.value} />;
  return (
    <Page title={t(applyTexts.notDraft)}>
      <p class="buttons">
        <a class="button" href={`/app/requests/${id}`}>
          {t(applyTexts.open)}
        </a>
      </p>
    </Page>
  );
}

type DraftView = NonNullable<Parameters<typeof ApplyForm>[0]['draft']>;

function OfDraft({ draft }: { readonly draft: DraftView }) {
  const service = useAnswer('GET /services/{service}', { params: { service: draft.service } });
  const account = useAnswer('GET /account');
  if (service.value && account.value)
    return <ApplyForm service={service.value} account={account.value} draft={draft} />;
  return <Waiting from={service.value ? account : service} />;
}

const Waiting = ({ from }: { readonly from: Parameters<typeof Loaded<unknown>>[0]['from'] }) => (
  <Page title="…">
    <Loaded from={from}>{() => null}</Loaded>
  </Page>
);
