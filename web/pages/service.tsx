import { fieldsIn } from '../../lib/domain/regulation/fields-in.ts';
import { Ended } from '../parts/ended.tsx';
import { writeDay, writeOfDay } from '../../lib/domain/language/dates.ts';
import { type Answer, fill, Icon, inBoth, lazy, Loaded, Page, type PageProps, useAnswer, useText } from '../kit.ts';
import type { DiagramProps } from '../later/diagram.tsx';
import type { DecreeWordsProps } from '../later/decree-words.tsx';
import { Fold } from '../parts/fold.tsx';
import { writeTerms } from '../parts/terms.ts';
import { plainly } from '../texts/plainly.ts';
import { serviceTexts } from '../texts/service.ts';
import { channelNames } from '../texts/words.ts';

type Service = Answer<'GET /services/{service}'>;

const Diagram = lazy<DiagramProps>('later/diagram');
const DecreeWords = lazy<DecreeWordsProps>('later/decree-words');

export default function ServicePage({ params }: PageProps) {
  const id = params['service']!;
  const found = useAnswer('GET /services/{service}', { params: { service: id } });
  const t = useText();
  const service = found.value;
  if (!service)
    return (
      <Page title={t(serviceTexts.service)}>
        <Loaded from={found}>{() => null}</Loaded>
      </Page>
    );
  const plain = plainly[service.service as keyof typeof plainly];
  return (
    <Page
      title={t(service.title)}
      crumbs={[{ href: '/', text: t(service.regionName) }]}
      aside={<InShort {...service} />}
    >
      <Ended decree={service.decree} />
      {plain && <p>{t(plain)}</p>}
      <Start {...service} />
      <Needed {...service} />
      <Course {...service} />
      <Law {...service} />
      <Details {...service} />
    </Page>
  );
}

function Start({ id, channels, offered, fields }: Service) {
  const t = useText();
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' });
  if (!channels.some(({ channel }) => channel === 'portal')) return <p>{t(serviceTexts.notOnline)}</p>;
  if (!offered) return <p>{t(serviceTexts.notHere)}</p>;
  if (offered.from > today || (offered.until !== undefined && offered.until < today)) {
    const [from, to] = [writeDay(offered.from, t.language), offered.until && writeDay(offered.until, t.language)];
    const days = to ? t(serviceTexts.fromTo, { from, to }) : t(serviceTexts.from, { from });
    return <p>{t(serviceTexts.notToday, { days })}</p>;
  }
  return (
    <p class="buttons">
      <a class="button" href={`/app/services/${id}/apply`}>
        {t(serviceTexts.start)} <Icon name="next" />
      </a>
      <span class="small">{t(serviceTexts.effort, { n: fieldsIn(fields, 'portal').length })}</span>
    </p>
  );
}

function Needed({ fields, documents }: Service) {
  const t = useText();
  const papers = documents.filter(({ channel }) => channel === undefined || channel === 'portal');
  return (
    <section>
      <h2>{t(serviceTexts.need)}</h2>
      <ul>
        {fields
          .filter(({ required }) => required)
          .map(({ name, label }) => (
            <li key={name}>{t(label)}</li>
          ))}
        <li>{t(serviceTexts.eds)}</li>
      </ul>
      {papers.length > 0 && (
        <>
          <h3>{t(serviceTexts.papers)}</h3>
          <ul lang="ru">
            {papers.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Course({ channels }: Service) {
  const t = useText();
  const portal = channels.find(({ channel }) => channel === 'portal');
  if (!portal) return null;
  const steps = [
    [t(serviceTexts.youSign)],
    [t(serviceTexts.signatureChecked)],
    [t(serviceTexts.officeDecides), t(serviceTexts.upTo, { term: writeTerms(portal.terms, t) })],
    [t(serviceTexts.documentComes)],
  ] as const;
  return (
    <section>
      <h2>{t(serviceTexts.how)}</h2>
      <ol class="steps">
        {steps.map(([step, term], index) => (
          <li key={step} class={index === 0 ? 'now' : undefined}>
            <strong>{step}</strong>
            {term && <p class="small">{term}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function InShort({ id, channels, output, provider, fee }: Service) {
  const t = useText();
  const portal = channels.find(({ channel }) => channel === 'portal');
  return (
    <section class="card">
      <h2>{t(serviceTexts.inShort)}</h2>
      <dl>
        <dt>{t(serviceTexts.result)}</dt>
        <dd>{t(output.title)}</dd>
        {portal && (
          <>
            <dt>{t(serviceTexts.term)}</dt>
            <dd>{writeTerms(portal.terms, t)}</dd>
          </>
        )}
        {fee && (
          <>
            <dt>{t(serviceTexts.costs)}</dt>
            <dd>{t(fee.sum)}</dd>
          </>
        )}
        <dt>{t(serviceTexts.where)}</dt>
        <dd>{channels.map(({ channel }) => t(channelNames[channel])).join(', ')}</dd>
        <dt>{t(serviceTexts.ifRefused)}</dt>
        <dd>{t(serviceTexts.refusal)}</dd>
      </dl>
      <p>
        <a href={`/app/offices?service=${id}`}>{t(serviceTexts.offices)}</a>
      </p>
      <details>
        <summary>{t(serviceTexts.who)}</summary>
        <p lang="ru">{provider}</p>
      </details>
    </section>
  );
}

/** The name of a legal act is shown in both languages. */
function Law({ decree: { named, registered, repealed, excluded } }: Service) {
  return (
    <div class="both">
      {inBoth(serviceTexts.law).map(([language, title]) => (
        <section key={language} lang={language}>
          <p class="name">{language === 'kk' ? serviceTexts.kazakh.kk : serviceTexts.russian.ru}</p>
          <h2>{title}</h2>
          <p>
            {fill(serviceTexts.decree, language, {
              named: named[language],
              registered: writeDay(registered.date, language),
              registration: registered.number,
            })}
          </p>
          {repealed && (
            <p>
              {fill(serviceTexts.repealed, language, {
                date: writeOfDay(repealed.date, language),
                number: repealed.number,
              })}
            </p>
          )}
          {excluded && (
            <p>
              {fill(serviceTexts.excluded, language, {
                date: writeOfDay(excluded.date, language),
                number: excluded.number,
              })}
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

function Details(service: Service) {
  const { id, channels, output, refusal } = service;
  const t = useText();
  return (
    <>
      {channels.map(({ channel }) => {
        const title = t(serviceTexts.diagramOf, { channel: t(channelNames[channel]) });
        return (
          <Fold key={channel} summary={title}>
            <Diagram
              title={title}
              route="GET /services/{service}/channels/{channel}/diagram.svg"
              params={{ service: id, channel }}
            />
          </Fold>
        );
      })}
      <details>
        <summary>{t(serviceTexts.contains)}</summary>
        <p>{t(output.title)}</p>
        <ul>
          {output.lines.map(({ name, label }) => (
            <li key={name}>{t(label)}</li>
          ))}
        </ul>
      </details>
      {refusal.length > 0 && (
        <details>
          <summary>{t(serviceTexts.grounds)}</summary>
          <ul lang="ru">
            {refusal.map((ground) => (
              <li key={ground}>{ground}</li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{t(serviceTexts.regulation)}</summary>
        {wholeText
          .map((part) => [part, [service[part] ?? []].flat()] as const)
          .filter(([, texts]) => texts.length > 0)
          .map(([part, texts]) => (
            <section key={part}>
              <h3>{t(serviceTexts[part])}</h3>
              <ul lang="ru">
                {texts.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </section>
          ))}
      </details>
      <Fold summary={t(serviceTexts.decreeWords)}>
        <DecreeWords service={id} />
      </Fold>
    </>
  );
}

/** What else the regulation says, in its own words. */
const wholeText = ['terms', 'participants', 'requirements', 'conditions', 'status', 'notices', 'suspension'] as const;
