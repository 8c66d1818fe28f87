export type Attributes = Readonly<Record<string, string>>;

/** What the server wrote into the page: its title, and the elements in it with their attributes. */
export interface ReadingRoom {
  readonly title: string;
  readonly elements: Readonly<Record<string, Attributes>>;
}

const { pathname, searchParams } = new URL(location.href);

/** Of the address: the page may be one that was kept from another study. */
export const study = decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1));

/** What the address asks for besides. */
export const asked = searchParams;
