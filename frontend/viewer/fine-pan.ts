import type { ToolClass, ToolEvent } from './cornerstone';
import { ratioOf } from './fine-canvas';
import type { ImagePoint } from './measure';

/** The tools that pan keep this to themselves. */
interface PanTool {
  _getTranslation(detail: ToolEvent['detail']): ImagePoint;
}

/** A pan tool that follows the pointer on a canvas with finer pixels than those of the page. */
export function finePan(Original: ToolClass): ToolClass {
  return class extends Original {
    _getTranslation(detail: ToolEvent['detail']): ImagePoint {
      const { x, y } = (Original.prototype as PanTool)._getTranslation.call(this, detail);
      const ratio = ratioOf(detail.element);
      return { x: x * ratio, y: y * ratio };
    }
  };
}
