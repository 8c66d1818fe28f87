import type { Cell } from './cell';
import type { Cine } from './cine';
import type { Messages } from './messages';
import type { PictureLayers } from './presentation/picture-layers';
import type { PlaneName } from './mpr/planes';
import type { Stack } from './stack';
import type { ToolName } from './tool-set';

/** What is read at one place: a cell with a series, or a plane through a volume. */
export type Reading = Pick<Cell, 'element' | 'viewport' | 'tools' | 'scrollBy'> & {
  /** The pictures that the measurements belong to. */
  readonly stack: Pick<Stack, 'frames'> | undefined;
  readonly cine: Cine | undefined;
  /** What files lay over the pictures; planes have nothing of the kind. */
  readonly layers?: PictureLayers;
  /** Where in its stack the picture is that is shown, undefined while there is no stack. */
  readonly position: { readonly index: number; readonly count: number } | undefined;
  /** Of a plane through a volume. */
  readonly name?: PlaneName;
  /** What has to be known of how such a plane was made. */
  readonly notes?: (messages: Messages) => readonly string[];
};

/** What keys and buttons work on: the cells, or the planes while those are shown. */
export interface Desk {
  readonly active: Reading;
  readonly tool: ToolName;
  useTool(tool: ToolName): void;
  activateNext(): void;
  toggleMaximised(): void;
}
