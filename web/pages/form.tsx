import { Loaded, Page, useAnswer, useText, type PageProps } from '../kit.ts';
import { ApplyForm } from '../parts/apply-form.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { stepTexts } from '../texts/apply.ts';

/** A new application, or a draft that is continued. */
export default function Form({ params }: PageProps) {
  return params['id'] === undefined ? <Filling service={params['service']!} /> : <Draft id={params['id']} />;
}

function Draft({ id }: { readonly id: string }) {
  const draft = useDraft(id);
  return draft.value ? <Filling service={draft.value.service} draft={draft.value} /> : <Waiting from={draft} />;
}

type FillingProps = Pick<Parameters<typeof ApplyForm>[0], 'draft'> & { readonly service: string };

function Filling({ service: id, ...begun }: FillingProps) {
  const service = useAnswer('GET /services/{service}', { params: { service: id } });
  const account = useAnswer('GET /account');
  if (service.value && account.value) return <ApplyForm service={service.value} account={account.value} {...begun} />;
  return <Waiting from={service.value ? account : service} />;
}

function Waiting({ from }: { readonly from: Parameters<typeof Loaded<unknown>>[0]['from'] }) {
  const t = useText();
  return (
    <Page title={t(stepTexts.form)}>
      <Loaded from={from}>{() => null}</Loaded>
    </Page>
  );
}
