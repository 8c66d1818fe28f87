/** What became of a file, as the server says it. */
export type Outcome = 'IMPORTED' | 'DUPLICATE' | 'QUARANTINED' | 'REFUSED';

export const outcomes: readonly Outcome[] = ['IMPORTED', 'DUPLICATE', 'QUARANTINED', 'REFUSED'];

export interface Fate {
  readonly path: string;
  readonly outcome: Outcome;
  readonly studyInstanceUid: string;
  /** Why it was not taken, else ''. */
  readonly reason: string;
}

export function refused(path: string, reason: string): Fate {
  return { path, outcome: 'REFUSED', studyInstanceUid: '', reason };
}

/** The fates of all files so far, at hand by outcome and by study however many there are. */
export class Fates {
  readonly #all: Fate[] = [];
  readonly #byOutcome = new Map<Outcome, Fate[]>(outcomes.map((outcome) => [outcome, []]));
  readonly #perStudy = new Map<string, number>();

  add(fate: Fate): void {
    this.#all.push(fate);
    this.#byOutcome.get(fate.outcome)?.push(fate);
    if (fate.studyInstanceUid) {
      this.#perStudy.set(fate.studyInstanceUid, (this.#perStudy.get(fate.studyInstanceUid) ?? 0) + 1);
    }
  }

  /** In the order in which they were told; all of them without an outcome. */
  of(outcome?: Outcome): readonly Fate[] {
    return outcome ? (this.#byOutcome.get(outcome) ?? []) : this.#all;
  }

  /** Studies with files of this page in them, and how many. */
  get studies(): ReadonlyMap<string, number> {
    return this.#perStudy;
  }
}
