/** How fast bytes arrive, over the last seconds. */
export class Speed {
  static readonly WINDOW = 20_000;
  #marks: { at: number; bytes: number }[] = [];

  /** Begins to measure anew, unless something is on its way. */
  begin(bytes: number, isBusy: boolean, at = Date.now()): void {
    if (!isBusy) {
      this.#marks = [{ at, bytes }];
    }
  }

  note(bytes: number, at = Date.now()): void {
    this.#marks.push({ at, bytes });
    while (this.#marks.length > 2 && this.#marks[0].at < at - Speed.WINDOW) {
      this.#marks.shift();
    }
  }

  /** @returns ms for so many more bytes, undefined before anything can be said */
  timeFor(bytes: number): number | undefined {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || !last || last.at - first.at < 2_000 || last.bytes <= first.bytes) {
      return undefined;
    }
    return (bytes * (last.at - first.at)) / (last.bytes - first.bytes);
  }
}
