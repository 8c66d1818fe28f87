package org.hospitalviewer.clinical.paper;

/**
 * A key image as it is printed.
 *
 * @param jpeg    the picture; empty when it cannot be shown
 * @param caption below it
 */
record Illustration(byte[] jpeg, String caption) {
}
