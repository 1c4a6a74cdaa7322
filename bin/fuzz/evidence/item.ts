/** Whose status the evidence reports. */
export type Holder = 'person' | 'tsa' | 'responder' | 'lister' | 'nca';

/** One line of a list. Times here and below are minutes from the time of verification; earlier times are negative. */
export interface Line {
  /** Default: the person. */
  readonly of?: Holder;
  /** CRLReason by number; absent: no reason is written. */
  readonly reason?: number;
  readonly since: number;
  readonly invalidSince?: number;
  /** What is wrong with the line's extensions. */
  readonly spoilt?: 'unknown-critical' | 'unreadable-reason' | 'unreadable-date';
}

export interface Status extends Pick<Line, 'of' | 'invalidSince' | 'spoilt'> {
  readonly says: 'good' | 'unknown' | 'revoked' | 'never-issued';
  readonly reason?: 'keyCompromise' | 'superseded' | 'certificateHold';
  readonly since?: number;
  /** If it differs from the answer's. */
  readonly at?: number;
}

interface Made {
  /** thisUpdate. */
  readonly at: number;
  /** nextUpdate: five days later by default. */
  readonly until?: number;
  /** A bit of its signature is changed. */
  readonly altered?: boolean;
  /** It has an unknown critical extension. */
  readonly critical?: boolean;
  /** It comes in the signature's own attributes. */
  readonly carried?: boolean;
}

export interface ListItem extends Made {
  readonly kind: 'list' | 'delta';
  /**
   * `namesake`: another authority with the NCA's name. `lister`: certified by the NCA to sign lists in its name.
   * `sha-1`: the NCA, with SHA-1.
   */
  readonly by: 'root' | 'nca' | 'namesake' | 'lister' | 'sha-1' | 'stranger';
  /** Default 7, and 8 for a delta, whose base is 7. */
  readonly number?: number;
  readonly base?: number;
  readonly lines?: readonly Line[];
  readonly scope?: 'authorities' | 'key-compromise';
}

export interface AnswerItem extends Made {
  readonly kind: 'answer';
  /**
   * `heir`: a second responder with the first one's name. `namesake`: the authority with the NCA's name. `unentitled`:
   * the timestamp authority.
   */
  readonly by: 'nca' | 'responder' | 'heir' | 'namesake' | 'unentitled' | 'stranger';
  /** If it is another time than `at`. */
  readonly producedAt?: number;
  /** Default: the person is good. */
  readonly statuses?: readonly Status[];
  /** CertID names the namesake as issuer. */
  readonly ofNamesake?: boolean;
}

/** One piece of evidence, as data. */
export type Item = ListItem | AnswerItem;

/**
 * A signature, its timestamp and the evidence given with them. The root's list is included, and mentions nobody, unless
 * another one is given.
 */
export interface EvidenceSet {
  readonly given: readonly Item[];
  /**
   * At which time a timestamp says that the signature existed, and whether its authority is the NCA's or the root's.
   */
  readonly stamped?: { readonly at: number; readonly under?: 'nca' | 'root' };
}
