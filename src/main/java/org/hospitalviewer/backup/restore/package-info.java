/** The way back: what the program does with all ports closed to put a backup in the place of what is there. */
package org.hospitalviewer.backup.restore;
