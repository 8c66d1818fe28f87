/** Files that are brought: the hospital's folders, and uploads. */
package org.hospitalviewer.ingest;
