/** Places that keep backups. */
package org.hospitalviewer.backup.target;
