/** Google Drive as a place that keeps backups: the connection to an account, and files going up and coming down. */
package org.hospitalviewer.backup.drive;
