/** Travel in CSS pixels from which on a press on a series is a drag. */
const DRAG_PX = 6;

interface Drag {
  readonly series: HTMLElement;
  readonly fromX: number;
  readonly fromY: number;
  /** What follows the pointer, once it is a drag. */
  ghost: HTMLElement | undefined;
  target: HTMLElement | undefined;
}

/**
 * Drags a series with the mouse from the rail into a cell. Not by the browser's own drag and drop, which does not begin
 * on buttons everywhere; fingers scroll the rail.
 *
 * @param onDrop gets the Series Instance UID and the place of the cell
 */
export function dragSeries(root: ShadowRoot, onDrop: (seriesUID: string, place: number) => void): void {
  let drag: Drag | undefined;
  const end = () => {
    drag?.ghost?.remove();
    drag?.target?.removeAttribute('data-target');
    drag = undefined;
  };
  root.addEventListener('pointerdown', (event) => {
    const { target, pointerType, button, clientX, clientY } = event as PointerEvent;
    const series = (target as Element).closest<HTMLElement>('.series');
    end();
    if (series && pointerType === 'mouse' && button === 0) {
      drag = { series, fromX: clientX, fromY: clientY, ghost: undefined, target: undefined };
    }
  });
  root.addEventListener('pointermove', (event) => drag && move(root, drag, event as PointerEvent));
  root.addEventListener('pointerup', () => {
    const { target, series, ghost } = drag ?? {};
    end();
    if (ghost && series) {
      swallowClick(series);
    }
    if (target && series) {
      onDrop(series.dataset['series'] ?? '', Number(target.dataset['cell']));
    }
  });
  root.addEventListener('pointercancel', end);
  root.addEventListener('keydown', (event) => (event as KeyboardEvent).key === 'Escape' && end());
}

function move(root: ShadowRoot, drag: Drag, event: PointerEvent): void {
  const { clientX, clientY, pointerId } = event;
  if (!drag.ghost) {
    if (Math.hypot(clientX - drag.fromX, clientY - drag.fromY) < DRAG_PX) {
      return;
    }
    drag.series.setPointerCapture(pointerId);
    drag.ghost = ghostOf(drag.series);
    root.append(drag.ghost);
  }
  drag.ghost.style.transform = `translate(${clientX + 12}px, ${clientY + 12}px)`;
  const target = root.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('.cell') ?? undefined;
  if (target !== drag.target) {
    drag.target?.removeAttribute('data-target');
    target?.setAttribute('data-target', '');
    drag.target = target;
  }
}

/** The thumbnail with the name of the series. */
function ghostOf(series: HTMLElement): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'ghost';
  const canvas = series.querySelector('canvas');
  if (canvas) {
    const copy = document.createElement('canvas');
    copy.width = canvas.width;
    copy.height = canvas.height;
    copy.getContext('2d')?.drawImage(canvas, 0, 0);
    ghost.append(copy);
  }
  const name = document.createElement('span');
  name.textContent = series.querySelector('.series-title')?.textContent ?? '';
  ghost.append(name);
  return ghost;
}

/** The release of the button would also be a click on the series. */
function swallowClick(series: HTMLElement): void {
  const swallow = (event: Event) => event.stopImmediatePropagation();
  series.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => series.removeEventListener('click', swallow, { capture: true }));
}
