import { html, svg, type TemplateResult } from 'lit';
import type { ActionName } from './shortcuts';

/** Drawn on a grid of 24 with one stroke width, so that they sit together. */
const SHAPES = {
  window: svg`<circle cx="12" cy="12" r="8.5" />
    <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" stroke="none" />`,
  scroll: svg`<path d="M4 8.5 12 5l8 3.5-8 3.5zM4 12.5l8 3.5 8-3.5M4 16.5 12 20l8-3.5" />`,
  zoom: svg`<circle cx="10.5" cy="10.5" r="6.5" /><path d="m15.5 15.5 5 5M10.5 7.75v5.5M7.75 10.5h5.5" />`,
  magnify: svg`<circle cx="12" cy="10" r="6.5" /><path d="M12 16.5v5M9.5 8.5a3 3 0 0 1 2.5-1.8" />`,
  export: svg`<path d="M12 3.5v11M7.5 10.5 12 15l4.5-4.5M4 15.5v3a1.5 1.5 0 0 0 1.5 1.5h13a1.5 1.5 0 0 0 1.5-1.5v-3" />`,
  print: svg`<path d="M7 8.5V4h10v4.5M7 17H4.5v-7A1.5 1.5 0 0 1 6 8.5h12a1.5 1.5 0 0 1 1.5 1.5v7H17M7 14h10v6H7z" />`,
  picture: svg`<rect x="3.5" y="5" width="17" height="14" rx="2" /><path d="m4 16 4.5-4.5 4 4 3-3 4.5 4.5" />`,
  archive: svg`<path d="M4 8.5V19a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1V8.5M3 4.5h18v4H3zM10 12h4" />`,
  settings: svg`<circle cx="12" cy="12" r="2.6" /><circle cx="12" cy="12" r="6.3" />
    <path d="M12 5.7V3M12 21v-2.7M5.7 12H3M21 12h-2.7M7.5 7.5 5.6 5.6M18.4 18.4l-1.9-1.9M7.5 16.5l-1.9 1.9M18.4 5.6l-1.9 1.9" stroke-width="2.6" />`,
  fill: svg`<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />`,
  leave: svg`<path d="M9 4v5H4M15 4v5h5M15 20v-5h5M9 20v-5H4" />`,
  pan: svg`<path d="M12 3v18M3 12h18" />
    <path d="M9.5 5.5 12 3l2.5 2.5M9.5 18.5 12 21l2.5-2.5M5.5 9.5 3 12l2.5 2.5M18.5 9.5 21 12l-2.5 2.5" />`,
  length: svg`<path d="M5.2 18.8 18.8 5.2M3.5 17.1l3.4 3.4M17.1 3.5l3.4 3.4M9.6 12.6l1.8 1.8M12.6 9.6l1.8 1.8" />`,
  angle: svg`<path d="M18.5 4.5 4.5 19h16M11.4 11.9A9.5 9.5 0 0 1 14 19" />`,
  cobb: svg`<path d="M4 9.5 15 3.5M4 20.5 20 16M13 4.6l3.2 6.2M15.5 17.2l2.2-6.8" />`,
  bidirectional: svg`<path d="M4 20 20 4M8 8l8 8M2.8 18.2l3 3M18.2 2.8l3 3" />`,
  rectangle: svg`<rect x="4" y="6" width="16" height="12" />`,
  ellipse: svg`<ellipse cx="12" cy="12" rx="8.5" ry="6.5" />`,
  freehand: svg`<path d="M6 18.5c-3.5-3-2-8.5 1-9.5s3-4.5 6.5-4.5 7 4.5 5.5 8.5-3 3-5 5-5.5 2.5-8 .5z" />`,
  probe: svg`<circle cx="12" cy="12" r="5.5" /><path d="M12 3v5M12 16v5M3 12h5M16 12h5" />`,
  arrow: svg`<path d="M4.5 19.5 19 5M10.5 4.5h9v9" />`,
  text: svg`<path d="M5 7V4.5h14V7M12 4.5v15M9 19.5h6" />`,
  calibration: svg`<path d="M3.5 9.5h17v7h-17zM7.5 9.5v3M12 9.5v4M16.5 9.5v3" />
    <path d="M6 6h12M8 4 6 6l2 2M16 4l2 2-2 2" />`,
  eraser: svg`<path d="m9 19.5-4.5-4.5a1.5 1.5 0 0 1 0-2.1l8.4-8.4a1.5 1.5 0 0 1 2.1 0l4.5 4.5a1.5 1.5 0 0 1 0
    2.1L11.1 19.5zM8.5 9.5l6 6M9 19.5h11" />`,
  measure: svg`<path d="M3.5 8.5h17v7h-17zM7 8.5v3M10.5 8.5v4M14 8.5v3M17.5 8.5v4" />`,
  undo: svg`<path d="M8.5 5 4.5 9l4 4M4.5 9H14a5 5 0 0 1 0 10h-4" />`,
  redo: svg`<path d="m15.5 5 4 4-4 4M19.5 9H10a5 5 0 0 0 0 10h4" />`,
  'key-image': svg`<path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z" />`,
  list: svg`<path d="M4 6.5h.01M4 12h.01M4 17.5h.01" stroke-width="3" /><path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20" />`,
  shown: svg`<path d="M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z" /><circle cx="12" cy="12" r="2.6" />`,
  hidden: svg`<path d="M5.5 8C3.6 9.8 2.5 12 2.5 12s3.5 6 9.5 6c1.5 0 2.8-.4 4-.9M9.5 6.3C10.3 6.1 11.1 6 12 6c6 0 9.5 6
    9.5 6s-.8 1.4-2.3 2.9M4 4l16 16" />`,
  rename: svg`<path d="m4.5 19.5 1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3" />`,
  crosshairs: svg`<circle cx="12" cy="12" r="4.5" /><path d="M12 2.5v6M12 15.5v6M2.5 12h6M15.5 12h6" />`,
  layout: svg`<rect x="3" y="4.5" width="18" height="15" rx="2" /><path d="M12 4.5v15M3 12h18" />`,
  link: svg`<path d="M10.2 13.8a4 4 0 0 0 5.7 0l3.2-3.2a4 4 0 0 0-5.7-5.7L12.2 6.1" />
    <path d="M13.8 10.2a4 4 0 0 0-5.7 0l-3.2 3.2a4 4 0 0 0 5.7 5.7l1.2-1.2" />`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
  second: svg`<path d="M8.5 7V5.5a1.5 1.5 0 0 1 1.5-1.5h9.5A1.5 1.5 0 0 1 21 5.5V13a1.5 1.5 0 0 1-1.5 1.5H18" />
    <rect x="3" y="8.5" width="13" height="10" rx="1.5" /><path d="M6.5 21.5H13" />`,
  help: svg`<circle cx="12" cy="12" r="8.5" /><path d="M9.6 9.6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2 1-1.2 1.8M12 16.6v.1" />`,
  close: svg`<path d="m6 6 12 12M18 6 6 18" />`,
  mpr: svg`<path d="M12 3 20 7.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9" />`,
  enhance: svg`<path d="m4.5 19.5 9.5-9.5M12 8l4 4" />
    <path d="M17.5 3.5v4M15.5 5.5h4M8 4v3M6.5 5.5h3M19 13.5v3M17.5 15h3" />`,
  palette: svg`<path d="M12 3.5a8.5 8.5 0 1 0 0 17c1.6 0 2-1 1.6-2.1-.5-1.4.2-2.4 1.7-2.4h2a3.3 3.3 0 0 0 3.2-3.5A8.7 8.7 0 0 0 12 3.5z" />
    <path d="M7.8 12.5v.1M10 8.2v.1M14.6 7.9v.1" stroke-width="2.6" />`,
  layers: svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2" /><circle cx="9" cy="13" r="3.2" />
    <path d="M11.5 10.8 14 8.5h4" />`,
  tags: svg`<path d="M4 6.5h16M4 12h16M4 17.5h16M8.5 4v16" />`,
  copy: svg`<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2" /><path d="M15.5 5.5v-1a1 1 0 0 0-1-1h-10a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h1" />`,
  fold: svg`<path d="m9 5.5 7 6.5-7 6.5" />`,
  presets: svg`<path d="M4 7h8M18 7h2M4 12h2M12 12h8M4 17h10M20 17h0" />
    <circle cx="15" cy="7" r="2.4" /><circle cx="9" cy="12" r="2.4" /><circle cx="17" cy="17" r="2.4" />`,
  clear: svg`<path d="M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5 7.4 20h9.2l.9-13.5M10.2 10.5v5.5M13.8 10.5v5.5" />`,
  invert: svg`<rect x="4" y="4" width="16" height="16" rx="2" />
    <path d="M20 4v14a2 2 0 0 1-2 2H4z" fill="currentColor" stroke="none" />`,
  rotate: svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9M19.5 4v5h-5" />`,
  flip: svg`<path d="M12 3.5v17M8.5 7v10H3.5zM15.5 7v10h5z" />`,
  fit: svg`<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" /><rect x="8.5" y="8.5" width="7" height="7" rx="1" />`,
  actual: svg`<rect x="3.5" y="5.5" width="17" height="13" rx="2" />
    <path d="m7 10 1.8-1.2v6.4M15.2 10 17 8.8v6.4M12.1 10.4v.1M12.1 13.7v.1" />`,
  reset: svg`<path d="M4.5 12a7.5 7.5 0 1 0 2.3-5.4L4.5 9M4.5 4v5h5" />
    <circle cx="12" cy="12" r="1.6" fill="currentColor" stroke="none" />`,
  play: svg`<path d="M8 5.5v13l10.5-6.5z" fill="currentColor" />`,
  pause: svg`<path d="M8.5 5.5v13M15.5 5.5v13" stroke-width="3" />`,
  back: svg`<path d="M19 12H5.5M11 5.5 4.5 12l6.5 6.5" />`,
  more: svg`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="3" />`,
  document: svg`<path d="M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6" />`,
  warning: svg`<path d="M12 4 2.8 19.8h18.4zM12 10v4.5M12 17.2v.1" />`,
  empty: svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2" />
    <path d="m4 16 4.5-4.5 4 4 3-3L20 17" /><circle cx="15.5" cy="9" r="1.4" />`,
} as const;

export type IconName = keyof typeof SHAPES;

/** Of what can be done with a picture and with what is drawn on it. */
export const ACTION_ICONS: Readonly<Record<ActionName, IconName>> = {
  clear: 'clear',
  invert: 'invert',
  rotate: 'rotate',
  flip: 'flip',
  fit: 'fit',
  actual: 'actual',
  reset: 'reset',
  undo: 'undo',
  redo: 'redo',
  keyImage: 'key-image',
  measurements: 'list',
};

/** Decoration only: the name of a control is on the control. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor"
    stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${SHAPES[name]}</svg>`;
}
