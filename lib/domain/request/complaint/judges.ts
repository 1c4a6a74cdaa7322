import type { Caller } from '../../access/roles.ts';
import { procedure, type Level } from '../../complaint/procedure.ts';
import { signedOf, type Officer } from '../../output/output.ts';
import { akimatCode } from '../../regulation/akimat.ts';
import { regionOf } from '../../regulation/zone-of.ts';
import { complaintsOf, isDecided, isNumbered, type Request } from '../request.ts';
import type { Complaint } from './complaint.ts';

type Placed = Pick<Request, 'office' | 'service'>;

/** The office that decides, or the akimat of its region. */
const placeOf = (level: Level, { office, service }: Placed): string =>
  level.at === 'office' ? office : akimatCode(regionOf(service));

export const placeAt = (request: Placed, level: number): string => placeOf(procedure.levels[level]!, request);

/** Everywhere that a complaint is seen, whoever has it. */
export const complaintPlaces = (request: Placed): string[] => procedure.levels.map((level) => placeOf(level, request));

const isAt = ({ role, office }: Caller, request: Placed, level: Level): boolean =>
  role === level.role && office === placeOf(level, request);

/** Whether the caller is of a level: the head, or the body above. Both see every complaint. */
export const overseesComplaints = (caller: Caller, request: Request): boolean =>
  complaintsOf(request).length > 0 && procedure.levels.some((level) => isAt(caller, request, level));

/** Whether the caller is of the level that has the complaint, or of one above it. */
export const mayJudge = (caller: Caller, request: Request, { level }: Complaint): boolean =>
  procedure.levels.slice(level).some((each) => isAt(caller, request, each));

/** Who decided on the request, now or in an earlier run, and who signed. */
function judgesOf(request: Request): Officer[] {
  const present = isDecided(request) ? [request] : [];
  const earlier = isNumbered(request) ? (request.earlier ?? []) : [];
  return [...present, ...earlier].flatMap(({ decision, output }) => [decision.by, signedOf(output)?.by ?? decision.by]);
}

/** Nobody judges a complaint about what they have decided or signed themselves. */
export const isPartial = ({ account }: Caller, request: Request): boolean =>
  judgesOf(request).some((officer) => officer.account === account);

/** Where a complaint begins: below stand those who have decided on the request, or have answered about it before. */
export function firstLevel(request: Request): number {
  const { levels } = procedure;
  const answered = complaintsOf(request).flatMap(({ state, level }) => (state === 'answered' ? [level + 1] : []));
  const judged = levels.map((level) =>
    judgesOf(request).some(({ position, place }) => position === level.role && place === placeOf(level, request)),
  );
  return Math.min(levels.length - 1, Math.max(judged.lastIndexOf(true) + 1, ...answered));
}
