import type { Claim } from './report-api';

/** A lease ends after a minute without a word. */
const EVERY_MS = 20_000;

export interface LeasePorts {
  readonly claim: (takeOver: boolean) => Promise<Claim>;
  readonly release: () => Promise<void>;
  readonly onClaim: (claim: Claim) => void;
}

/** Tells the server that somebody writes, as long as they do, and hears who else does. */
export class Lease {
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(readonly ports: LeasePorts) {}

  get isWanted(): boolean {
    return this.#timer !== undefined;
  }

  want(): void {
    if (!this.isWanted) {
      this.#timer = setInterval(() => void this.#beat(false), EVERY_MS);
      void this.#beat(false);
    }
  }

  async takeOver(): Promise<void> {
    this.want();
    await this.#beat(true);
  }

  /** Others may write now. */
  end(): void {
    if (this.isWanted) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      void this.ports.release().catch(() => undefined);
    }
  }

  /** While the server is away, the saving of the text tells so. */
  async #beat(takeOver: boolean): Promise<void> {
    const claim = await this.ports.claim(takeOver).catch(() => undefined);
    if (claim && this.isWanted) {
      this.ports.onClaim(claim);
    }
  }
}
