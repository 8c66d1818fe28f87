import type { ImageKey } from '../viewer/annotation';
import type { DicomViewer } from '../viewer/dicom-viewer';
import type { ShownMark } from '../viewer/shown-marks';

/** The images that a report is about, on this page or in another window of this browser. */
export interface ImagesBeside {
  /** Undefined while no window shows the images. */
  readonly marks: readonly ShownMark[] | undefined;
  show(image: ImageKey): void;
  close(): void;
}

/** What the windows of a study say to each other about its images. */
type Word =
  | { readonly type: 'hello' }
  | { readonly type: 'marks'; readonly marks: readonly ShownMark[] }
  | { readonly type: 'show'; readonly image: ImageKey };

const CHANGES = ['measurements-changed', 'series-loaded', 'image-rendered'] as const;

function channelOf(study: string): BroadcastChannel {
  return new BroadcastChannel(`report-images ${study}`);
}

/** The viewer on this page; it serves reports in other windows too. */
export class ImagesHere implements ImagesBeside {
  readonly #channel: BroadcastChannel;
  #told = '';
  readonly #onChange = () => this.#tell();

  constructor(
    readonly viewer: DicomViewer,
    study: string,
    readonly onMarks: () => void,
  ) {
    this.#channel = channelOf(study);
    this.#channel.addEventListener('message', ({ data }) => this.#hear(data as Word));
    CHANGES.forEach((type) => viewer.addEventListener(type, this.#onChange));
    this.#tell();
  }

  get marks(): readonly ShownMark[] {
    return this.viewer.marks;
  }

  show(image: ImageKey): void {
    this.viewer.show(image);
  }

  close(): void {
    this.#channel.close();
    CHANGES.forEach((type) => this.viewer.removeEventListener(type, this.#onChange));
  }

  #hear(word: Word): void {
    if (word.type === 'hello') {
      this.#told = '';
      this.#tell();
    } else if (word.type === 'show') {
      this.show(word.image);
    }
  }

  /** Pictures are drawn often, and what is marked seldom changes by that. */
  #tell(): void {
    const { marks } = this;
    const now = JSON.stringify(marks);
    if (now !== this.#told) {
      this.#told = now;
      this.#channel.postMessage({ type: 'marks', marks } satisfies Word);
      this.onMarks();
    }
  }
}

/** The viewer in another window. */
export class ImagesElsewhere implements ImagesBeside {
  readonly #channel: BroadcastChannel;
  #marks: readonly ShownMark[] | undefined;

  constructor(
    study: string,
    readonly onMarks: () => void,
  ) {
    this.#channel = channelOf(study);
    this.#channel.addEventListener('message', ({ data }) => this.#hear(data as Word));
    this.#say({ type: 'hello' });
  }

  get marks(): readonly ShownMark[] | undefined {
    return this.#marks;
  }

  show(image: ImageKey): void {
    this.#say({ type: 'show', image });
  }

  close(): void {
    this.#channel.close();
  }

  #say(word: Word): void {
    this.#channel.postMessage(word);
  }

  #hear(word: Word): void {
    if (word.type === 'marks') {
      this.#marks = word.marks;
      this.onMarks();
    }
  }
}
