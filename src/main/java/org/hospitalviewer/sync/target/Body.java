package org.hospitalviewer.sync.target;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of a file, written as often as needed and the same each time. */
@FunctionalInterface
public interface Body {

    void writeTo(OutputStream out) throws IOException;
}
