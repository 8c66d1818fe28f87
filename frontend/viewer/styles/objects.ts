/** What files lay over pictures or hold besides them: the menu of saved looks, reports and films. */
export const objectStyles = `
.menu.layers .detail { display: block; color: var(--viewer-muted); font-size: var(--viewer-small); overflow-wrap: anywhere; }
.menu.layers .menu-item { overflow-wrap: anywhere; text-align: start; }
`;
