/**
 * What people do to studies that are stored: delete and restore them, decide about clashing objects, correct patient
 * data, mark them to be published. Rights, audit and addresses for programs; the archive does the work.
 */
package org.hospitalviewer.study;
