/** Images of the archive in backups: only new ones are sent each night, in packs that several backups share. */
package org.hospitalviewer.backup.images;
