/** The groups of operations, and what one has to know before the first of them. */
export const tags = {
  Catalogue: 'Services, offices and indicators. Open to everybody.',
  Identity:
    'Accounts, sessions, posts of employees. A session acts as one role; everybody may also act as `applicant`.',
  Requests:
    'Applications, from the draft to the result. `counter` of a channel says who files: `portal`, the applicant; `con`, an operator of a ' +
    'service centre for a visitor; `mio`, an officer of the office; `akim`, the akim of a rural district. Employees name the visitor ' +
    'in `applicant`, and `office` is always the office that decides.',
  Work:
    'What a row of the decree asks of a person, and who does it: `accept` and `decide`, a `mio-officer`; `sign`, the `mio-head`, or an ' +
    'officer with their mandate; `assign`, the head; `survey` and `conclude`, a `commission-member`; `forward` and `hand-over`, whoever the ' +
    'row names: `con-operator`, `mio-officer` or `akim`. Claim it first. `check` and `conclude` are completed with an `answer`, ' +
    '`hand-over` with a `recipient`, the others with an empty body. `GET /work` shows the caller what is theirs.',
  Documents: 'What anybody may ask about an issued document.',
  EDS: 'Signatures (CMS, RFC 5652) and what they are checked against.',
  Platform: 'The description itself, pages and keys.',
} as const;
