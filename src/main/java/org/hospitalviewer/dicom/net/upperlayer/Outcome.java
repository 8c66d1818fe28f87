package org.hospitalviewer.dicom.net.upperlayer;

import java.util.List;

/**
 * What an action leads to.
 *
 * @param next    state after the action
 * @param effects in the order of the standard's text
 */
public record Outcome(State next, List<Effect> effects) {

    static Outcome to(State next, Effect... effects) {
        return new Outcome(next, List.of(effects));
    }
}
