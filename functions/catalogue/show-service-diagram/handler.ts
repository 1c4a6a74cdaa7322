import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { findDiagram } from '../../../lib/domain/diagram/diagrams.ts';
import { contract } from './contract.ts';
import { showServiceDiagram } from './show-service-diagram.ts';

export const handler = servePublic(contract, (asked) => showServiceDiagram(asked, { findDiagram }));
