/** The languages of the program, and its texts in each of them, from the message files {@code messages*.properties}. */
package org.hospitalviewer.language;
