/** Resolves when what is drawn now is on the screen; soon, where nobody looks and nothing is drawn. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const soon = () => setTimeout(resolve);
    if (document.hidden) {
      soon();
    } else {
      requestAnimationFrame(soon);
    }
  });
}
