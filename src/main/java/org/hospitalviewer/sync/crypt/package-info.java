/**
 * Files that lie at other people's places: AES-256-GCM in chunks. The format is described in {@code docs/sync.md}; whoever has
 * the key reads a file without this program.
 */
package org.hospitalviewer.sync.crypt;
