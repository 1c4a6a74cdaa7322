import { download } from '../http/client.ts';
import { signText } from './applicant.ts';
import type { Scene } from './scene.ts';

const about = { ground: 'refusal', text: 'С отказом не согласен, прошу рассмотреть заново (демо).' };
const reply = { outcome: 'upheld', text: 'Жалоба удовлетворена, обращение будет рассмотрено заново (демо).' };

/** The applicant complains about the refusal, and whoever may judge it upholds the complaint: the refusal is withdrawn. */
export async function complain({ id, applicant, company, tell }: Scene): Promise<void> {
  const client = await company.enterAgain(applicant);
  const shown = await client.send<{ content: string }>('POST', `/requests/${id}/complaint/signable`, about);
  const cms = await signText(applicant.sign, shown.content);
  const complaint = await client.send<Complaint>('POST', `/requests/${id}/complaints`, { ...about, cms });
  tell(`${applicant.person.name} complains: number ${complaint.number}, it waits at ${complaint.at.code}`);

  const judge = await company.member('mio-head', complaint.at.code);
  const answer = `/requests/${id}/complaints/${complaint.id}/answer`;
  const { document } = await judge.client.send<{ document: { url: string } }>('PUT', answer, reply);
  const signature = await judge.sign(await download(document.url));
  await judge.client.send('POST', `${answer}/signature`, { cms: Buffer.from(signature).toString('base64') });
  tell(`${judge.person.name} upholds the complaint`);
}

interface Complaint {
  readonly id: string;
  readonly number: string;
  readonly at: { readonly code: string };
}
