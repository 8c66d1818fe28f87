package org.hospitalviewer.appliance;

import java.util.Optional;

/** Something the person has to do before the appliance is of use, printed at start. */
public interface FirstStep {

    /**
     * The sentence to print.
     *
     * @param address the web interface's address on this computer, ending in a slash
     */
    Optional<String> sentence(String address);
}
