/** Reports to be read, their versions, and two texts side by side. */
export const textStyles = `
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.reading { display: grid; gap: 12px; max-width: 75ch; padding-bottom: 12px; }
.reading .signature { color: var(--viewer-muted); font-size: 13px; overflow-wrap: anywhere; }
.reading section h3 { margin-bottom: 2px; }
.reading dl { display: grid; gap: 2px; }
.reading dl div { display: grid; grid-template-columns: minmax(90px, 35%) 1fr; gap: 12px; }
.reading dt { color: var(--viewer-muted); }
.reading dd { min-width: 0; overflow-wrap: anywhere; }
.versions { display: grid; gap: 2px; margin-bottom: 16px; }
.versions li { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; padding: 6px 0; border-bottom: 1px solid var(--viewer-line); }
.versions .who { flex: 1; }
.versions li p { flex-basis: 100%; color: var(--viewer-muted); font-size: 13px; overflow-wrap: anywhere; }
.compare { display: flex; flex-wrap: wrap; gap: 8px 12px; margin-bottom: 8px; }
.compare label { display: inline-flex; gap: 8px; align-items: center; white-space: nowrap; }
.compare select { width: auto; }
.differences, .conflict { display: grid; gap: 14px; margin-top: 10px; }
.conflict { margin-top: 0; }
.two-texts h3 { margin-bottom: 4px; color: var(--viewer-text); }
.sides { display: grid; gap: 8px; }
.sides > div { min-width: 0; padding: 8px 10px; background: var(--viewer-raised); border-radius: var(--viewer-radius); }
@container report (min-width: 380px) { .sides { grid-template-columns: 1fr 1fr; } }
ins { color: #b6f0c3; background: #12361f; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
del { color: #ffc9c2; background: #421713; text-decoration: line-through; text-decoration-thickness: 2px; }
.choice { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 6px 0 0; padding: 0; border: 0; }
.choice label { display: inline-flex; gap: 6px; align-items: center; min-height: 28px; cursor: pointer; }
`;
