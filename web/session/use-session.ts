import { useStore } from '../state/use-store.ts';
import { session } from './session.ts';

export { session };

export const useSession = () => useStore(session);
