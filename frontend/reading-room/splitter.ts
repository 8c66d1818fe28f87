const KEPT_AS = 'report-panel.width';
const NARROWEST = 340;
const STEP = 24;
const USUAL = 460;

/** The line between images and report: dragged or moved with the arrow keys, it keeps its place in this browser. */
export function splitter(panel: HTMLElement, label: string): HTMLElement {
  const line = document.createElement('div');
  line.className = 'splitter';
  line.tabIndex = 0;
  line.setAttribute('role', 'separator');
  line.setAttribute('aria-orientation', 'vertical');
  line.setAttribute('aria-label', label);
  const set = (width: number) => {
    const widest = Math.max(NARROWEST, innerWidth * 0.7);
    const now = Math.round(Math.min(widest, Math.max(NARROWEST, width)));
    panel.style.setProperty('width', `${now}px`);
    line.setAttribute('aria-valuenow', String(now));
    line.setAttribute('aria-valuemin', String(NARROWEST));
    line.setAttribute('aria-valuemax', String(Math.round(widest)));
    return now;
  };
  const keep = (width: number) => localStorage.setItem(KEPT_AS, String(set(width)));
  set(Number(localStorage.getItem(KEPT_AS)) || USUAL);
  line.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    line.setPointerCapture(event.pointerId);
  });
  line.addEventListener('pointermove', (event) => {
    if (line.hasPointerCapture(event.pointerId)) {
      keep(innerWidth - event.clientX);
    }
  });
  line.addEventListener('keydown', ({ key }) => {
    const step = key === 'ArrowLeft' ? STEP : key === 'ArrowRight' ? -STEP : 0;
    if (step !== 0) {
      keep(panel.getBoundingClientRect().width + step);
    }
  });
  return line;
}
