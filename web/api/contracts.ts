import type { contract as answerOffer } from '../../functions/answer-offer/contract.ts';
import type { contract as attachFile } from '../../functions/attach-file/contract.ts';
import type { contract as changeAccount } from '../../functions/change-account/contract.ts';
import type { contract as changePassword } from '../../functions/change-password/contract.ts';
import type { contract as changeRequest } from '../../functions/change-request/contract.ts';
import type { contract as createRequest } from '../../functions/create-request/contract.ts';
import type { contract as discardRequest } from '../../functions/discard-request/contract.ts';
import type { contract as issueChallenge } from '../../functions/issue-challenge/contract.ts';
import type { contract as linkAttachment } from '../../functions/link-attachment/contract.ts';
import type { contract as linkOutput } from '../../functions/link-output/contract.ts';
import type { contract as linkReceipt } from '../../functions/link-receipt/contract.ts';
import type { contract as listNotices } from '../../functions/list-notices/contract.ts';
import type { contract as listOffices } from '../../functions/list-offices/contract.ts';
import type { contract as listRequests } from '../../functions/list-requests/contract.ts';
import type { contract as listServices } from '../../functions/list-services/contract.ts';
import type { contract as refreshSession } from '../../functions/refresh-session/contract.ts';
import type { contract as registerAccount } from '../../functions/register-account/contract.ts';
import type { contract as removeAttachment } from '../../functions/remove-attachment/contract.ts';
import type { contract as showAccount } from '../../functions/show-account/contract.ts';
import type { contract as showOfferSignable } from '../../functions/show-offer-signable/contract.ts';
import type { contract as showQueue } from '../../functions/show-queue/contract.ts';
import type { contract as showRequest } from '../../functions/show-request/contract.ts';
import type { contract as showRequestDiagram } from '../../functions/show-request-diagram/contract.ts';
import type { contract as showService } from '../../functions/show-service/contract.ts';
import type { contract as showServiceDiagram } from '../../functions/show-service-diagram/contract.ts';
import type { contract as showSignable } from '../../functions/show-signable/contract.ts';
import type { contract as showSignatureReport } from '../../functions/show-signature-report/contract.ts';
import type { contract as signIn } from '../../functions/sign-in/contract.ts';
import type { contract as signInEds } from '../../functions/sign-in-eds/contract.ts';
import type { contract as signOut } from '../../functions/sign-out/contract.ts';
import type { contract as submitRequest } from '../../functions/submit-request/contract.ts';
import type { contract as verifyDocument } from '../../functions/verify-document/contract.ts';

/** The functions that pages call. Only their types come here, and cost nothing: a page that calls one more adds it. */
export type Contracts =
  | typeof answerOffer
  | typeof attachFile
  | typeof changeAccount
  | typeof changePassword
  | typeof changeRequest
  | typeof createRequest
  | typeof discardRequest
  | typeof issueChallenge
  | typeof linkAttachment
  | typeof linkOutput
  | typeof linkReceipt
  | typeof listNotices
  | typeof listOffices
  | typeof listRequests
  | typeof listServices
  | typeof refreshSession
  | typeof registerAccount
  | typeof removeAttachment
  | typeof showAccount
  | typeof showOfferSignable
  | typeof showQueue
  | typeof showRequest
  | typeof showRequestDiagram
  | typeof showService
  | typeof showServiceDiagram
  | typeof showSignable
  | typeof showSignatureReport
  | typeof signIn
  | typeof signInEds
  | typeof signOut
  | typeof submitRequest
  | typeof verifyDocument;
