import type { Messages } from './messages';
import type { BackLink } from './toolbar';

/** The address in an attribute, undefined when it does not lead to a page. */
export function pageIn(element: Element, attribute: string): string | undefined {
  const href = element.getAttribute(attribute);
  const isPage = href !== null && /^https?:$/.test(new URL(href, document.baseURI).protocol);
  return isPage ? href : undefined;
}

/** The way back to the page before, if the element was told of one. */
export function backLink(element: Element, messages: Messages): BackLink | undefined {
  const href = pageIn(element, 'back');
  return href === undefined
    ? undefined
    : { href, label: element.getAttribute('back-label') ?? messages.get('tools.back') };
}

/** A key of the page around the viewer. */
export interface PageKey {
  readonly text: string;
  readonly key: string;
}

/** Keys that the page says it uses itself, as `{"F2": "Report"}`; they are listed in the help. */
export function pageKeys(element: Element): PageKey[] {
  try {
    const said: unknown = JSON.parse(element.getAttribute('page-keys') ?? '{}');
    return Object.entries(said ?? {}).map(([key, text]) => ({ key, text: String(text) }));
  } catch {
    return [];
  }
}
