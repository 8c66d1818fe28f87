package org.hospitalviewer.archive;

/**
 * One key of an order.
 *
 * @param tag        attribute of the query's level or above
 * @param descending largest first
 */
public record SortKey(int tag, boolean descending) {
}
