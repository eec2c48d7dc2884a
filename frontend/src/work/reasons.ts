// The reasons of checks and of possible duplicates; their weights, at the end, are for tuning and
// not shown.

const WEIGHED = /^(.*) \(([+-])\d+\.\d\)$/;

export interface Reason {
  says: string;
  /** Whether it is a reason against. */
  against: boolean;
}

export function read(reason: string): Reason {
  const weighed = WEIGHED.exec(reason);
  return { says: weighed?.[1] ?? reason, against: weighed?.[2] === "-" };
}

/** The reasons without those that quote words shown beside them. */
export function unquoted(reasons: string[]): string[] {
  return reasons.filter((reason) => !reason.startsWith("“"));
}
