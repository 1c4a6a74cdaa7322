import { describe, expect, it } from '@jest/globals';
import { renderOutput } from '../../../../lib/adapters/pdf/render.ts';
import { writeOutput } from '../../../../lib/adapters/output/write-output.ts';
import { findService, PRESENT, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import type { DocumentCard } from '../../../../lib/domain/regulation/card.ts';
import { places } from '../../../../lib/domain/regulation/places.ts';
import type { FormValues } from '../../../../lib/domain/regulation/form-values.ts';
import type { DecidedRequest } from '../../../../lib/domain/request/request.ts';
import { citizenAccount as citizen, officerAccount } from '../../../functions/cast.ts';
import { fill } from '../../../machines/fill.ts';
import { openDocuments } from '../../../machines/documents.ts';
import { created } from '../../domain/request/example.ts';
import { certificate } from '../../domain/output/samples.ts';
import { readPdfText } from '../../domain/output/read-pdf.ts';

/** Free text stands as its field's name, so that a reader sees where each value goes. */
const words = (values: FormValues, fields: readonly { name: string; kind?: unknown; meaning?: unknown }[]) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields.find((each) => each.name === name);
      const isFree = typeof value === 'string' && !field?.kind && !field?.meaning && !/^\d+$/.test(value);
      return [name, isFree ? `[${name}]` : value];
    }),
  );

/** A legal person in whose name somebody applies. */
const company = { bin: '120140090815', name: 'ТОО «Үлгі»' };

/** Below the signature each document says the same; the test of the drawing reads that. */
const SIGNED = 'ЭЦҚ қойылған / подписано ЭЦП';

/*
 * What each document says, for a person who holds a decree beside it: the snapshots are reviewed files, and `npm run -s
 * jest -- test/lib/adapters/output -u` writes them again after a form has changed.
 */
describe.each(serviceIds)('%s', (id) => {
  const service = findService(id, PRESENT)!;
  const base = created() as DecidedRequest;
  const approved = ({ fields }: DocumentCard) => ({
    outcome: 'approved' as const,
    at: base.decision.at,
    by: base.decision.by,
    fields: words(fill(fields, citizen.iin), fields),
  });
  const refused = {
    outcome: 'refused' as const,
    at: base.decision.at,
    by: base.decision.by,
    ground: service.grounds[0] ?? 'основание отказа словами специалиста',
    text: 'Обоснование отказа словами специалиста.',
  };
  const { interim } = service.output;
  it.each([
    ['the document', approved(service.output), undefined],
    ...(interim
      ? [['the interim document', { ...approved(interim), interim: true as const }, undefined] as const]
      : []),
    ['the refusal', refused, undefined],
    ...(service.organisations.length > 0
      ? [
          ['the document of an organisation', approved(service.output), company] as const,
          ['the refusal to an organisation', refused, company] as const,
        ]
      : []),
  ] as const)('%s', async (_, decision, organisation: typeof company | undefined) => {
    const documents = openDocuments();
    const request: DecidedRequest = {
      ...base,
      service: id,
      office: service.offices[0]!.code,
      form: words(fill(service.fields, citizen.iin), service.fields),
      output: { ...base.output!, number: certificate.number, place: 7 },
      decision,
      ...(organisation && {
        organisation: { bin: organisation.bin },
        submission: { ...base.submission, signerOrganisation: organisation.name },
      }),
    };
    const needs = { documents, places, renderOutput, publicUrl: 'https://akimat.example.kz' };
    const file = await writeOutput(request, service, needs, { ...officerAccount, role: 'mio-head' });
    const [said = '', foot = ''] = readPdfText(await documents.read(file.key), '\n')
      .join('\n')
      .split(SIGNED);
    expect(`\n${said}`).toMatchSnapshot();
    expect(foot).toContain(service.decree.named.ru);
    expect(foot).toContain('равнозначен документу');
  });
});
