import { actions, Loaded, Notice, Page, useAnswer, useText, type Answer, type PageProps } from '../kit.ts';
import { Ended } from '../parts/ended.tsx';
import { ScanBox } from '../parts/scan-box.tsx';
import { slotOf } from '../parts/scan-slot.ts';
import { StepsCard } from '../parts/steps-card.tsx';
import { papersOf } from '../parts/steps-of.ts';
import { useDraft } from '../parts/use-draft.ts';
import { applyTexts } from '../texts/apply.ts';
import { scanTexts } from '../texts/scans.ts';

export default function Scans({ params }: PageProps) {
  const t = useText();
  const draft = useDraft(params['id']!);
  return (
    <Page
      title={t(scanTexts.title)}
      step={t(applyTexts.step, { n: 2, all: 3 })}
      crumbs={[{ href: `/app/requests/${params['id']}/form`, text: t(actions.back) }]}
      aside={<StepsCard steps={['form', 'scans', 'check']} now="scans" id={params['id']} />}
    >
      <Loaded from={draft}>{(request) => <Documents request={request} changed={draft.reload} />}</Loaded>
    </Page>
  );
}

interface Props {
  readonly request: Answer<'GET /requests/{id}'>;
  readonly changed: () => void;
}

function Documents({ request, changed }: Props) {
  const t = useText();
  const service = useAnswer('GET /services/{service}', { params: { service: request.service } });
  return (
    <Loaded from={service}>
      {(found) => {
        const papers = papersOf(found);
        const scansOf = (slot: number) => request.attachments.filter(({ name }) => slotOf(name) === slot);
        const others = request.attachments.filter(
          ({ name }) => (slotOf(name) ?? 0) < 1 || slotOf(name)! > papers.length,
        );
        const ready = papers.filter((_, index) => scansOf(index + 1).length > 0).length;
        return (
          <>
            <Ended decree={found.decree} />
            <p>{t(scanTexts.intro)}</p>
            <p role="status">
              <strong>{t(scanTexts.ready, { n: ready, all: papers.length })}</strong>
            </p>
            <ol class="rows">
              {papers.map((paper, index) => (
                <ScanBox
                  key={paper}
                  request={request.id}
                  slot={index + 1}
                  title={`${index + 1}. ${paper}`}
                  titleLang="ru"
                  scans={scansOf(index + 1)}
                  changed={changed}
                />
              ))}
              <ScanBox request={request.id} slot={0} title={t(scanTexts.others)} scans={others} changed={changed} />
            </ol>
            {ready < papers.length && <Notice kind="information">{t(scanTexts.missing)}</Notice>}
            <p class="buttons">
              <a class="button" href={`/app/requests/${request.id}/check`}>
                {t(actions.continue)}
              </a>
              <a href={`/app/requests/${request.id}/form`}>{t(actions.back)}</a>
            </p>
          </>
        );
      }}
    </Loaded>
  );
}
