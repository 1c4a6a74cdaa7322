import { Prose } from '../parts/prose.tsx';
import { help, helpTitle } from '../texts/help.ts';

export default function Help() {
  return <Prose title={helpTitle} chapters={help} />;
}
