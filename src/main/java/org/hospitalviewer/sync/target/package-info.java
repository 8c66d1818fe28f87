/** Where files go to: a folder, or an FTP server with or without TLS. They know files and folders, nothing of studies. */
package org.hospitalviewer.sync.target;
