import * as z from 'zod';

/** ULID of a request, as `POST /requests` gave it. */
export const RequestId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'a ULID')
  .meta({ description: 'Id of the request', example: '01JD5T1V7Z8Q4K2N6M3P9R0S5T' });

/** ULID of a proposal, as `POST /requests/{id}/proposals` gave it. */
export const ProposalId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'a ULID')
  .meta({ description: 'Id of the proposal', example: '01JD5T1V7Z8Q4K2N6M3P9R0S5T' });

/** ULID of an offer, as `POST /requests/{id}/offers` gave it. */
export const OfferId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'a ULID')
  .meta({ description: 'Id of the offer', example: '01JD5T1V7Z8Q4K2N6M3P9R0S5T' });

/** ULID of a complaint, as `POST /requests/{id}/complaints` gave it. */
export const ComplaintId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'a ULID')
  .meta({ description: 'Id of the complaint', example: '01JD5T1V7Z8Q4K2N6M3P9R0S5T' });
