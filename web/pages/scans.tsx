import { OTHER } from '../../lib/domain/regulation/documents-in.ts';
import { missingPapers } from '../../lib/domain/request/draft/papers.ts';
import { actions, Loaded, Notice, Page, useAnswer, useText, type Answer, type PageProps } from '../kit.ts';
import { Ended } from '../parts/ended.tsx';
import { ScanBox } from '../parts/scan-box.tsx';
import { needs } from '../parts/paper.ts';
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
        const scansOf = (code: string) => request.attachments.filter(({ document }) => document === code);
        const others = request.attachments.filter(({ document }) => papers.every(({ code }) => code !== document));
        const ready = papers.filter(({ code }) => scansOf(code).length > 0).length;
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
                  key={paper.code}
                  request={request.id}
                  document={paper.code}
                  title={`${index + 1}. ${t(paper.name)}`}
                  need={paper.scan && t(needs[paper.scan])}
                  scans={scansOf(paper.code)}
                  changed={changed}
                />
              ))}
              <ScanBox
                request={request.id}
                document={OTHER}
                title={t(scanTexts.others)}
                scans={others}
                changed={changed}
              />
            </ol>
            {missingPapers(papers, 'portal', request.attachments).length > 0 && (
              <Notice kind="information">{t(scanTexts.missing)}</Notice>
            )}
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
