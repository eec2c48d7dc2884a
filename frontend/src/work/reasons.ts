// Reasons as the checks and the weighing of pairs give them: a weight at the end is for those who tune it, and says nothing to a reader.

const WEIGHED = /^(.*) \(([+-])\d+\.\d\)$/;

export interface Reason {
  says: string;
  /** Whether it speaks against. */
  against: boolean;
}

export function read(reason: string): Reason {
  const weighed = WEIGHED.exec(reason);
  return { says: weighed?.[1] ?? reason, against: weighed?.[2] === "-" };
}

/** Without those that quote words which stand beside them. */
export function unquoted(reasons: string[]): string[] {
  return reasons.filter((reason) => !reason.startsWith("“"));
}
