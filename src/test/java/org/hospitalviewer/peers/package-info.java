/**
 * Programs of others that tests talk to, and the sample files. What is missing is skipped aloud, or fails with CI=true.
 */
package org.hospitalviewer.peers;
