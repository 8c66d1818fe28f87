/** What lies over the picture: texts, letters, the scroll bar and notices. */
export const overPicture = `
.overlay { position: absolute; inset: 0; pointer-events: none; }

.corner {
  position: absolute;
  max-width: calc(50% - 40px);
  font-size: var(--viewer-normal);
  line-height: 1.4;
  font-variant-numeric: tabular-nums;
  text-shadow: 1px 0 #000, -1px 0 #000, 0 1px #000, 0 -1px #000, 0 0 4px #000;
}

.corner div { overflow: hidden; text-overflow: ellipsis; white-space: pre; }
.corner.bottom div { white-space: pre-wrap; }
.corner.top { top: 10px; }
.corner.bottom { bottom: 10px; }
.corner.left { left: 12px; }
.corner.right { right: 26px; text-align: right; }
.corner.top div:first-child { font-weight: 600; }

.edge {
  position: absolute;
  font-size: var(--viewer-large);
  font-weight: 600;
  color: var(--viewer-warning);
  text-shadow: 1px 0 #000, -1px 0 #000, 0 1px #000, 0 -1px #000, 0 0 4px #000;
}

.edge.top { top: 8px; left: 50%; transform: translateX(-50%); }
.edge.bottom { bottom: 8px; left: 50%; transform: translateX(-50%); }
.edge.left { left: 12px; top: 50%; transform: translateY(-50%); }
.edge.right { right: 26px; top: 50%; transform: translateY(-50%); }

.scroll-bar {
  position: absolute;
  top: 0;
  right: 0;
  bottom: 0;
  width: 18px;
  cursor: pointer;
  touch-action: none;
}

.scroll-bar::before {
  content: "";
  position: absolute;
  inset: 0 6px 0 auto;
  width: 4px;
  background: var(--viewer-raised);
}

.scroll-bar .loaded { position: absolute; top: 0; right: 6px; width: 4px; background: var(--viewer-line); }
.scroll-bar .thumb { position: absolute; right: 4px; width: 8px; background: var(--viewer-accent); border-radius: 4px; }
.scroll-bar:hover .thumb { background: var(--viewer-focus); }

.cine {
  position: absolute;
  left: 50%;
  bottom: 34px;
  display: flex;
  gap: var(--viewer-space);
  align-items: center;
  padding: 2px calc(3 * var(--viewer-space)) 2px 2px;
  color: var(--viewer-text);
  background: rgb(16 19 22 / 78%);
  border: 1px solid var(--viewer-line);
  border-radius: 999px;
  transform: translateX(-50%);
}

.cine .tool { flex: none; width: 34px; max-width: none; height: 34px; border-radius: 50%; color: var(--viewer-text); }
.cine .tool .icon { width: 18px; height: 18px; }
.cine.playing .tool { color: var(--viewer-accent); }
.cine input { width: 84px; margin: 0; accent-color: var(--viewer-accent); cursor: pointer; }
.cine input:focus-visible { outline: 2px solid var(--viewer-focus); outline-offset: 2px; }
.cine .rate { min-width: 4ch; font-size: var(--viewer-small); font-variant-numeric: tabular-nums; text-align: right; }

.notice {
  position: absolute;
  inset: 0;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: calc(2 * var(--viewer-space));
  padding: 24px;
  text-align: center;
  color: var(--viewer-text);
  font-size: var(--viewer-large);
  pointer-events: none;
}

.notice p { margin: 0; max-width: 46ch; overflow-wrap: anywhere; }
.notice .detail { color: var(--viewer-muted); font-size: var(--viewer-normal); }
.notice .icon { width: 40px; height: 40px; color: var(--viewer-muted); }

a.text-button { display: flex; align-items: center; border-radius: var(--viewer-radius); text-decoration: none; }

.text-button {
  min-height: 36px;
  padding: 0 16px;
  color: var(--viewer-accent);
  border: 1px solid var(--viewer-accent);
  pointer-events: auto;
}

.documents {
  position: absolute;
  inset: 0;
  display: flex;
  flex-direction: column;
  gap: calc(3 * var(--viewer-space));
  padding: calc(4 * var(--viewer-space));
  overflow: auto;
}

.documents:not(.with-paper) { align-items: center; justify-content: center; }

.card {
  display: flex;
  gap: calc(4 * var(--viewer-space));
  align-items: center;
  width: min(100%, 560px);
  padding: calc(5 * var(--viewer-space));
  background: var(--viewer-surface);
  border: 1px solid var(--viewer-line);
  border-radius: calc(2 * var(--viewer-radius));
}

.with-paper .card { width: 100%; padding: calc(2 * var(--viewer-space)) calc(3 * var(--viewer-space)); }
.card > .icon { flex: none; width: 36px; height: 36px; color: var(--viewer-accent); }
.with-paper .card > .icon { width: 24px; height: 24px; }
.card-text { flex: 1 1 220px; min-width: 0; overflow-wrap: anywhere; }
.card p { margin: 0; }
.card-title { font-size: var(--viewer-large); font-weight: 600; }
.card .detail { color: var(--viewer-muted); }
.card .text-button { flex: none; }
.spinner.small { display: inline-block; width: 12px; height: 12px; border-width: 2px; vertical-align: -2px; }
.paper { flex: 1; width: 100%; min-height: 240px; border: 0; border-radius: var(--viewer-radius); background: #fff; }

.choice {
  align-self: stretch;
  min-height: 36px;
  padding: 0 calc(2 * var(--viewer-space));
  font: inherit;
  color: var(--viewer-text);
  background: var(--viewer-raised);
  border: 1px solid var(--viewer-line);
  border-radius: var(--viewer-radius);
}

.text-button:hover { background: var(--viewer-accent-quiet); }

.spinner {
  width: 28px;
  height: 28px;
  border: 3px solid var(--viewer-line);
  border-top-color: var(--viewer-accent);
  border-radius: 50%;
  animation: turn 0.9s linear infinite;
}

.waiting { position: absolute; right: 30px; top: 50%; margin-top: 22px; width: 18px; height: 18px; border-width: 2px; }

@keyframes turn { to { transform: rotate(360deg); } }

@media (prefers-reduced-motion: reduce) {
  .spinner, .skeleton { animation-duration: 4s; }
}

@media (pointer: coarse) {
  .cine .tool { width: 44px; height: 44px; }
}

@container (max-width: 699px) {
  .corner { font-size: 11px; max-width: calc(50% - 24px); }
  .corner.left, .edge.left { left: 8px; }
  .corner.top { top: 6px; }
  .corner.bottom { bottom: 6px; }
  .edge.top { top: auto; bottom: calc(100% - 70px); }
  .cine { bottom: 44px; }
  .card { flex-wrap: wrap; }
  .card .text-button { flex: 1; justify-content: center; }
}

@container (max-width: 359px) {
  .cine { bottom: 64px; }
}
`;
