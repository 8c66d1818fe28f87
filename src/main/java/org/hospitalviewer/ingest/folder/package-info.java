/** The hospital's folders: looked through, imported once, and monitored. Their files are only ever read. */
package org.hospitalviewer.ingest.folder;
