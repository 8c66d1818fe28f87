/** Colours, sizes and type of the reading room. A page may set any of them on <dicom-viewer>. */
export const tokens = `
:host {
  --viewer-black: #000;
  --viewer-surface: #101316;
  --viewer-raised: #181d21;
  --viewer-hover: #232a30;
  --viewer-line: #2a3238;
  --viewer-text: #e6ebef;
  --viewer-muted: #a3b0ba;
  --viewer-accent: #4fb3d9;
  --viewer-accent-quiet: #123544;
  --viewer-warning: #f2b84b;
  --viewer-focus: #8fd8f5;
  --viewer-space: 4px;
  --viewer-radius: 6px;
  --viewer-button: 40px;
  --viewer-rail: 132px;
  --viewer-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --viewer-small: 12px;
  --viewer-normal: 13px;
  --viewer-large: 15px;
}
`;
