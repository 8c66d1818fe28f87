/**
 * Copies of studies at other places, kept up to date by themselves: rules say which, publishers make the files, a ledger per
 * target says what lies there, targets take it. A job looks every few minutes.
 */
package org.hospitalviewer.sync;
