/**
 * The packaged appliance as people use it: a real Chromium, real DICOM senders, pages as page objects. Every visit has
 * a browser profile of its own, and anything the browser complains about fails the test. Pictures of the screens go to
 * {@code target/screenshots}.
 */
package org.hospitalviewer.e2e;
