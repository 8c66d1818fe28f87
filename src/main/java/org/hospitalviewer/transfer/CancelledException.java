package org.hospitalviewer.transfer;

/** Nobody wants this any more. */
final class CancelledException extends RuntimeException {
}
