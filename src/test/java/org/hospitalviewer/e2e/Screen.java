package org.hospitalviewer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What must hold on every screen. */
final class Screen {

    private Screen() {
    }

    /**
     * The page does not scroll sideways, and every control lies within the window; of a table that scrolls sideways itself
     * all can be reached.
     */
    static void assertNothingIsOutside(Visit visit) {
        @SuppressWarnings("unchecked")
        List<String> outside = (List<String>) visit.page().evaluate("""
                () => {
                  const kinds = 'button, input, vaadin-button, h1, p, .study-link, .modality, .tool, .corner, .edge';
                  const width = document.documentElement.clientWidth;
                  const scrolls = element => {
                    const table = element.closest('vaadin-grid')?.shadowRoot?.querySelector('#table');
                    return table && table.scrollWidth > table.clientWidth;
                  };
                  const found = document.documentElement.scrollWidth > width ? ['the page itself'] : [];
                  const controls = root => [...root.querySelectorAll('*')].flatMap(element => [
                    ...(element.matches(kinds) ? [element] : []),
                    ...(element.shadowRoot && element.matches('dicom-viewer') ? controls(element.shadowRoot) : [])]);
                  for (const element of controls(document)) {
                    const box = element.getBoundingClientRect();
                    const style = getComputedStyle(element);
                    if (box.width > 1 && style.visibility !== 'hidden' && !element.closest('.rail') && !scrolls(element)
                        && (box.left < -0.5 || box.right > width + 0.5)) {
                      found.push(`${element.outerHTML.slice(0, 120)} ${box.left}..${box.right} of ${width}`);
                    }
                  }
                  return found;
                }""");
        assertThat(outside).as("outside of the window").isEmpty();
    }
}
