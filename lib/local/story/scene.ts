import type { FormField } from '../../domain/request/draft/form.ts';
import { fieldsIn } from '../../domain/regulation/fields-in.ts';
import type { Channel } from '../../domain/regulation/regulation.ts';
import type { Counter, Worker } from '../../domain/regulation/words.ts';
import { openDraft, submitDraft } from './applicant.ts';
import type { KeyKind } from './cast.ts';
import { openCompany, type Company, type Member } from './company.ts';
import { fill } from './fill.ts';
import { papersToSend, type Paper } from './papers-to-send.ts';

/** A channel of a regulation: where people file, and whose work its rows ask for. */
export interface Plot {
  readonly service: string;
  readonly channel: Channel['channel'];
  readonly counter: Counter;
  readonly workers: readonly Worker[];
}

export interface SceneOptions {
  /** The platform's address. */
  readonly url: string;
  /** Folder of `people.json`. */
  readonly demoDir: string;
  /** Names the application; another name, another application. */
  readonly name: string;
  readonly key: KeyKind;
  readonly plot: Plot;
  readonly tell: (line: string) => void;
}

interface Service {
  readonly fields: readonly FormField[];
  readonly documents: readonly Paper[];
  readonly offices: readonly { readonly code: string }[];
  readonly output: {
    readonly fields: readonly FormField[];
    readonly interim?: { readonly fields: readonly FormField[] };
  };
  readonly grounds: readonly string[];
}

/** An application that was filed, and what everybody who has to do with it shares. */
export interface Scene {
  readonly id: string;
  readonly plot: Plot;
  readonly office: string;
  readonly service: Service;
  readonly company: Company;
  readonly applicant: Member;
  /** The applicant, or the employee at the counter. */
  readonly filer: Member;
  readonly tell: (line: string) => void;
}

/** Files an application by its channel: with a filled form and the scans that the channel asks for. */
export async function openScene({ url, demoDir, name, key, plot, tell }: SceneOptions): Promise<Scene> {
  const company = openCompany(url, demoDir, key);
  const applicant = await company.member('applicant');
  const service = await applicant.client.get<Service>(`/services/${plot.service}`);
  const office = service.offices[0]?.code ?? '';
  const filer = plot.counter === 'portal' ? applicant : await company.worker(plot.counter, plot.service, office);
  const { iin, name: fullName } = applicant.person;
  const form = fill(fieldsIn(service.fields, plot.channel), iin, name);
  const visitor = { iin, fullName, language: 'ru' } as const;
  const draft = await openDraft(
    filer.client,
    { service: plot.service, channel: plot.channel, office, form, ...(filer !== applicant && { applicant: visitor }) },
    name,
  );
  tell(`${filer.person.name} (${filer.person.role}) files it: ${draft.id}`);
  if (draft.state === 'draft')
    await submitDraft(filer.client, draft, filer.sign, papersToSend(service.documents, plot.channel));
  return { id: draft.id, plot, office, service, company, applicant, filer, tell };
}
