import type { contract as acceptWork } from '../../functions/decisions/accept-work/contract.ts';
import type { contract as answerQuestionnaire } from '../../functions/cabinet/answer-questionnaire/contract.ts';
import type { contract as listIndicators } from '../../functions/catalogue/list-indicators/contract.ts';
import type { contract as answerOffer } from '../../functions/submission/answer-offer/contract.ts';
import type { contract as attachFile } from '../../functions/drafts/attach-file/contract.ts';
import type { contract as changeAccount } from '../../functions/accounts/change-account/contract.ts';
import type { contract as confirmEmail } from '../../functions/accounts/confirm-email/contract.ts';
import type { contract as changePassword } from '../../functions/accounts/change-password/contract.ts';
import type { contract as changeRequest } from '../../functions/drafts/change-request/contract.ts';
import type { contract as fillFromRegisters } from '../../functions/drafts/fill-from-registers/contract.ts';
import type { contract as claimWork } from '../../functions/queue/claim-work/contract.ts';
import type { contract as createAccount } from '../../functions/accounts/create-account/contract.ts';
import type { contract as createRequest } from '../../functions/drafts/create-request/contract.ts';
import type { contract as decideWork } from '../../functions/decisions/decide-work/contract.ts';
import type { contract as discardRequest } from '../../functions/drafts/discard-request/contract.ts';
import type { contract as extendWork } from '../../functions/decisions/extend-work/contract.ts';
import type { contract as finishWork } from '../../functions/decisions/finish-work/contract.ts';
import type { contract as issueChallenge } from '../../functions/identity/issue-challenge/contract.ts';
import type { contract as linkAttachment } from '../../functions/cabinet/link-attachment/contract.ts';
import type { contract as linkCard } from '../../functions/cabinet/link-card/contract.ts';
import type { contract as linkOutput } from '../../functions/cabinet/link-output/contract.ts';
import type { contract as findStatus } from '../../functions/cabinet/find-status/contract.ts';
import type { contract as addAbsence } from '../../functions/accounts/add-absence/contract.ts';
import type { contract as endAbsence } from '../../functions/accounts/end-absence/contract.ts';
import type { contract as listPeople } from '../../functions/accounts/list-people/contract.ts';
import type { contract as claimSeveral } from '../../functions/queue/claim-several/contract.ts';
import type { contract as showOutputsSignable } from '../../functions/decisions/show-outputs-signable/contract.ts';
import type { contract as signOutputs } from '../../functions/decisions/sign-outputs/contract.ts';
import type { contract as giveWork } from '../../functions/queue/give-work/contract.ts';
import type { contract as recallWork } from '../../functions/queue/recall-work/contract.ts';
import type { contract as giveMandate } from '../../functions/accounts/give-mandate/contract.ts';
import type { contract as takeMandate } from '../../functions/accounts/take-mandate/contract.ts';
import type { contract as listJournal } from '../../functions/journal/list-journal/contract.ts';
import type { contract as checkJournal } from '../../functions/journal/check-journal/contract.ts';
import type { contract as showAccess } from '../../functions/cabinet/show-access/contract.ts';
import type { contract as listStaff } from '../../functions/accounts/list-staff/contract.ts';
import type { contract as changePost } from '../../functions/accounts/change-post/contract.ts';
import type { contract as showPost } from '../../functions/accounts/show-post/contract.ts';
import type { contract as acceptPost } from '../../functions/accounts/accept-post/contract.ts';
import type { contract as listSessions } from '../../functions/identity/list-sessions/contract.ts';
import type { contract as endSession } from '../../functions/identity/end-session/contract.ts';
import type { contract as listActs } from '../../functions/journal/list-acts/contract.ts';
import type { contract as linkDelivery } from '../../functions/cabinet/link-delivery/contract.ts';
import type { contract as linkWithdrawal } from '../../functions/cabinet/link-withdrawal/contract.ts';
import type { contract as linkReceipt } from '../../functions/cabinet/link-receipt/contract.ts';
import type { contract as listNotices } from '../../functions/cabinet/list-notices/contract.ts';
import type { contract as listOffices } from '../../functions/catalogue/list-offices/contract.ts';
import type { contract as listQueue } from '../../functions/queue/list-queue/contract.ts';
import type { contract as listRequests } from '../../functions/cabinet/list-requests/contract.ts';
import type { contract as listServices } from '../../functions/catalogue/list-services/contract.ts';
import type { contract as countWork } from '../../functions/queue/count-work/contract.ts';
import type { contract as listRegister } from '../../functions/reports/list-register/contract.ts';
import type { contract as linkRegister } from '../../functions/reports/link-register/contract.ts';
import type { contract as showStatistics } from '../../functions/reports/show-statistics/contract.ts';
import type { contract as listEnded } from '../../functions/queue/list-ended/contract.ts';
import type { contract as findRequests } from '../../functions/queue/find-requests/contract.ts';
import type { contract as listWork } from '../../functions/queue/list-work/contract.ts';
import type { contract as decideProposal } from '../../functions/queue/decide-proposal/contract.ts';
import type { contract as offerPlace } from '../../functions/queue/offer-place/contract.ts';
import type { contract as proposePlace } from '../../functions/queue/propose-place/contract.ts';
import type { contract as readNotices } from '../../functions/cabinet/read-notices/contract.ts';
import type { contract as refreshSession } from '../../functions/identity/refresh-session/contract.ts';
import type { contract as registerAccount } from '../../functions/accounts/register-account/contract.ts';
import type { contract as releaseWork } from '../../functions/queue/release-work/contract.ts';
import type { contract as removeAttachment } from '../../functions/drafts/remove-attachment/contract.ts';
import type { contract as showAccount } from '../../functions/accounts/show-account/contract.ts';
import type { contract as showOfferSignable } from '../../functions/submission/show-offer-signable/contract.ts';
import type { contract as showOutputSignable } from '../../functions/decisions/show-output-signable/contract.ts';
import type { contract as showQueue } from '../../functions/cabinet/show-queue/contract.ts';
import type { contract as showRequest } from '../../functions/cabinet/show-request/contract.ts';
import type { contract as showRequestDiagram } from '../../functions/cabinet/show-request-diagram/contract.ts';
import type { contract as showService } from '../../functions/catalogue/show-service/contract.ts';
import type { contract as showServiceDiagram } from '../../functions/catalogue/show-service-diagram/contract.ts';
import type { contract as showServiceText } from '../../functions/catalogue/show-service-text/contract.ts';
import type { contract as showSignable } from '../../functions/drafts/show-signable/contract.ts';
import type { contract as showSignatureReport } from '../../functions/cabinet/show-signature-report/contract.ts';
import type { contract as showTrust } from '../../functions/verification/show-trust/contract.ts';
import type { contract as showWithdrawal } from '../../functions/submission/show-withdrawal/contract.ts';
import type { contract as showWork } from '../../functions/queue/show-work/contract.ts';
import type { contract as signIn } from '../../functions/identity/sign-in/contract.ts';
import type { contract as signInEds } from '../../functions/identity/sign-in-eds/contract.ts';
import type { contract as signOut } from '../../functions/identity/sign-out/contract.ts';
import type { contract as signOutput } from '../../functions/decisions/sign-output/contract.ts';
import type { contract as disownAddress } from '../../functions/cabinet/disown-address/contract.ts';
import type { contract as openMailedResult } from '../../functions/cabinet/open-mailed-result/contract.ts';
import type { contract as repeatMailing } from '../../functions/decisions/repeat-mailing/contract.ts';
import type { contract as reopenRequest } from '../../functions/decisions/reopen-request/contract.ts';
import type { contract as correctOutput } from '../../functions/decisions/correct-output/contract.ts';
import type { contract as showCorrection } from '../../functions/decisions/show-correction/contract.ts';
import type { contract as showReopening } from '../../functions/decisions/show-reopening/contract.ts';
import type { contract as storeWork } from '../../functions/decisions/store-work/contract.ts';
import type { contract as submitRequest } from '../../functions/submission/submit-request/contract.ts';
import type { contract as fileComplaint } from '../../functions/submission/file-complaint/contract.ts';
import type { contract as linkReply } from '../../functions/cabinet/link-reply/contract.ts';
import type { contract as listComplaints } from '../../functions/queue/list-complaints/contract.ts';
import type { contract as showComplaint } from '../../functions/queue/show-complaint/contract.ts';
import type { contract as showComplaintSignable } from '../../functions/submission/show-complaint-signable/contract.ts';
import type { contract as signReply } from '../../functions/decisions/sign-reply/contract.ts';
import type { contract as writeReply } from '../../functions/decisions/write-reply/contract.ts';
import type { contract as verifyDocument } from '../../functions/verification/verify-document/contract.ts';
import type { contract as withdrawRequest } from '../../functions/submission/withdraw-request/contract.ts';

/**
 * The functions that pages call. Only their types are imported, which costs nothing. If a page calls another function,
 * add it here.
 */
export type Contracts =
  | typeof acceptWork
  | typeof answerOffer
  | typeof answerQuestionnaire
  | typeof listIndicators
  | typeof attachFile
  | typeof changeAccount
  | typeof changePassword
  | typeof confirmEmail
  | typeof changeRequest
  | typeof fillFromRegisters
  | typeof claimWork
  | typeof createAccount
  | typeof createRequest
  | typeof listActs
  | typeof endSession
  | typeof listSessions
  | typeof acceptPost
  | typeof showPost
  | typeof changePost
  | typeof listStaff
  | typeof addAbsence
  | typeof endAbsence
  | typeof listPeople
  | typeof giveWork
  | typeof recallWork
  | typeof claimSeveral
  | typeof showOutputsSignable
  | typeof signOutputs
  | typeof giveMandate
  | typeof takeMandate
  | typeof showAccess
  | typeof checkJournal
  | typeof listJournal
  | typeof decideWork
  | typeof discardRequest
  | typeof extendWork
  | typeof finishWork
  | typeof issueChallenge
  | typeof linkAttachment
  | typeof linkCard
  | typeof linkOutput
  | typeof findStatus
  | typeof linkDelivery
  | typeof linkReceipt
  | typeof linkWithdrawal
  | typeof listNotices
  | typeof listOffices
  | typeof listQueue
  | typeof listRequests
  | typeof listServices
  | typeof countWork
  | typeof listEnded
  | typeof listRegister
  | typeof linkRegister
  | typeof showStatistics
  | typeof findRequests
  | typeof listWork
  | typeof offerPlace
  | typeof proposePlace
  | typeof decideProposal
  | typeof readNotices
  | typeof refreshSession
  | typeof registerAccount
  | typeof releaseWork
  | typeof removeAttachment
  | typeof showAccount
  | typeof showOfferSignable
  | typeof showOutputSignable
  | typeof showQueue
  | typeof showRequest
  | typeof showRequestDiagram
  | typeof showService
  | typeof showServiceDiagram
  | typeof showServiceText
  | typeof showSignable
  | typeof showSignatureReport
  | typeof showTrust
  | typeof showWithdrawal
  | typeof showWork
  | typeof storeWork
  | typeof reopenRequest
  | typeof showReopening
  | typeof correctOutput
  | typeof showCorrection
  | typeof disownAddress
  | typeof openMailedResult
  | typeof repeatMailing
  | typeof signIn
  | typeof signInEds
  | typeof signOut
  | typeof signOutput
  | typeof submitRequest
  | typeof fileComplaint
  | typeof linkReply
  | typeof listComplaints
  | typeof showComplaint
  | typeof showComplaintSignable
  | typeof signReply
  | typeof writeReply
  | typeof verifyDocument
  | typeof withdrawRequest;
