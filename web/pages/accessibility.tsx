import { Prose } from '../parts/prose.tsx';
import { accessibility, accessibilityTitle } from '../texts/accessibility.ts';

export default function Accessibility() {
  return <Prose title={accessibilityTitle} chapters={accessibility} />;
}
