import { Prose } from '../parts/prose.tsx';
import { privacy, privacyTitle } from '../texts/privacy.ts';

export default function Privacy() {
  return <Prose title={privacyTitle} chapters={privacy} />;
}
