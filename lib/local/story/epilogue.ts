import { basename, join, relative } from 'node:path';
import { authorityFolder } from '../demo/demo.ts';
import { chainFile } from '../demo/authority-files.ts';
import type { KeyKind } from './cast.ts';
import type { Told } from './story.ts';

/** Where the document is, which pages show it, and the command with which anybody can check it without us. */
export function epilogue(
  { url, applicant, id, number, state, pdf, signature }: Told,
  key: KeyKind,
  demoDir: string,
): string {
  const here = (path: string) => relative(process.cwd(), path);
  const chain = here(chainFile(authorityFolder(demoDir), key === 'rsa' ? 'rsa' : 'gost-2015'));
  const ca = here(authorityFolder(demoDir));
  const check =
    key === 'rsa'
      ? `openssl cms -verify -binary -inform DER -in ${here(signature)} -content ${here(pdf)} -CAfile ${chain} -purpose any -out /dev/null`
      : `npm run -s eds -- verify --profile demo --cms ${here(signature)} --content ${here(pdf)} --anchors ${ca}/gost-2015 --crls ${ca}/crl`;
  return [
    '',
    `Request ${number}: ${state}.`,
    `  document   ${here(pdf)}`,
    `  signature  ${here(signature)}`,
    '  check it   ' + check,
    `  its page   ${url}/app/requests/${id} (sign in as ${applicant}: ${here(join(demoDir, 'people.json'))})`,
    `  anybody's  ${url}/app/verify?number=${basename(pdf, '.pdf')}`,
    '',
  ].join('\n');
}
