import { isSameImage, type Annotation, type ImageKey } from './annotation';

/** One annotation before and after: without `before` it was added, without `after` removed. */
export interface Change {
  readonly before: Annotation | undefined;
  readonly after: Annotation | undefined;
}

/** Steps that can be taken back. */
const MOST_STEPS = 200;

/** All annotations of a study and what was done to them; a step may change several at once. */
export class AnnotationStore {
  readonly #annotations = new Map<string, Annotation>();
  readonly #hidden = new Set<string>();
  readonly #shownListeners = new Set<() => void>();
  readonly #committedListeners = new Set<(changed: readonly Annotation[]) => void>();
  #done: (readonly Change[])[] = [];
  #undone: (readonly Change[])[] = [];

  get all(): readonly Annotation[] {
    return [...this.#annotations.values()];
  }

  get isEmpty(): boolean {
    return this.#annotations.size === 0;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  get(id: string): Annotation | undefined {
    return this.#annotations.get(id);
  }

  /** In the order in which they were added. */
  on(image: Pick<ImageKey, 'sopInstanceUID' | 'frameNumber'>): Annotation[] {
    return this.all.filter((annotation) => isSameImage(annotation, image));
  }

  isHidden(id: string): boolean {
    return this.#hidden.has(id);
  }

  setHidden(id: string, isHidden: boolean): void {
    if (isHidden) {
      this.#hidden.add(id);
    } else {
      this.#hidden.delete(id);
    }
    this.#tellShown();
  }

  /** Shows an annotation as it is while the hand moves it; nothing is kept of it until it is committed. */
  show(annotation: Annotation): void {
    this.#annotations.set(annotation.id, annotation);
    this.#tellShown();
  }

  /** Shows other results of annotations that nobody has touched, as where the picture tells more than was saved. */
  settle(annotations: readonly Annotation[]): void {
    const known = annotations.filter(({ id }) => this.#annotations.has(id));
    known.forEach((annotation) => this.#annotations.set(annotation.id, annotation));
    if (known.length > 0) {
      this.#tellShown();
    }
  }

  /** Keeps what follows from a step without being one: it is neither taken back nor done again by itself. */
  amend(annotations: readonly Annotation[]): void {
    this.settle(annotations);
    this.#tellCommitted(annotations);
  }

  /** Does one step, which can be taken back from then on. */
  commit(changes: readonly Change[]): void {
    if (changes.length > 0) {
      this.#done = [...this.#done, changes].slice(-MOST_STEPS);
      this.#undone = [];
      this.#put(changes);
    }
  }

  /** @returns what changed, from its present state to the former one; [] when there was nothing to take back */
  undo(): readonly Change[] {
    const step = this.#done.at(-1) ?? [];
    this.#done = this.#done.slice(0, -1);
    return this.#turn(step.map(({ before, after }) => ({ before: after, after: before })), this.#undone, step);
  }

  redo(): readonly Change[] {
    const step = this.#undone.pop() ?? [];
    return this.#turn(step, this.#done, step);
  }

  /** Nothing that was done to it is taken back any more: somebody else has changed it since. */
  forgetSteps(id: string): void {
    const isOther = (step: readonly Change[]) => step.every(({ before, after }) => (before ?? after)?.id !== id);
    this.#done = this.#done.filter(isOther);
    this.#undone = this.#undone.filter(isOther);
  }

  /** Takes what the server has; what is not among it and not in `own` is gone. Nobody's step: it cannot be undone. */
  adopt(annotations: readonly Annotation[], own: ReadonlySet<string>): void {
    const theirs = new Set(annotations.map(({ id }) => id));
    for (const id of this.#annotations.keys()) {
      if (!theirs.has(id) && !own.has(id)) {
        this.#annotations.delete(id);
      }
    }
    annotations.filter(({ id }) => !own.has(id)).forEach((each) => this.#annotations.set(each.id, each));
    this.#tellShown();
  }

  /** Forgets everything, as when the study is closed. */
  clear(): void {
    this.#annotations.clear();
    this.#hidden.clear();
    this.#done = [];
    this.#undone = [];
    this.#tellShown();
  }

  /** Calls the listener whenever something looks different. @returns ends it */
  onShown(listener: () => void): () => void {
    this.#shownListeners.add(listener);
    return () => this.#shownListeners.delete(listener);
  }

  /** Calls the listener with what a step changed, as it is now or was before it went. @returns ends it */
  onCommitted(listener: (changed: readonly Annotation[]) => void): () => void {
    this.#committedListeners.add(listener);
    return () => this.#committedListeners.delete(listener);
  }

  #turn(
    changes: readonly Change[],
    other: (readonly Change[])[],
    step: readonly Change[],
  ): readonly Change[] {
    if (changes.length > 0) {
      other.push(step);
      this.#put(changes);
    }
    return changes;
  }

  #put(changes: readonly Change[]): void {
    for (const { before, after } of changes) {
      if (after) {
        this.#annotations.set(after.id, after);
      } else if (before) {
        this.#annotations.delete(before.id);
        this.#hidden.delete(before.id);
      }
    }
    this.#tellShown();
    this.#tellCommitted(changes.map(({ before, after }) => after ?? before).filter((each) => each !== undefined));
  }

  #tellCommitted(changed: readonly Annotation[]): void {
    this.#committedListeners.forEach((listener) => listener(changed));
  }

  #tellShown(): void {
    this.#shownListeners.forEach((listener) => listener());
  }
}
