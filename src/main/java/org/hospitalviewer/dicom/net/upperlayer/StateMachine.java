package org.hospitalviewer.dicom.net.upperlayer;

import java.io.IOException;
import java.util.Optional;

/** Walks through Table 9-10 of PS3.8 and lets others carry out the effects. Not thread-safe. */
final class StateMachine {

    /** Carries out what the table demands. */
    interface Provider {
        /** Whether a condition of the table holds for the event in hand. */
        boolean holds(Condition condition);

        /** Carries out an effect; a failure means that the transport connection is lost. */
        void carryOut(Effect effect) throws IOException;
    }

    private final Provider provider;
    private State state;

    StateMachine(Provider provider, State state) {
        this.provider = provider;
        this.state = state;
    }

    State state() {
        return state;
    }

    /**
     * Takes the transition for an event. Effects that are left when one fails are not carried out: the loss of the
     * connection is an event of its own.
     *
     * @throws IllegalStateException when the table has no entry: a request of the local user that comes at a wrong time
     */
    void fire(Event event) throws IOException {
        Optional<Action> action = StateTable.action(state, event);
        Outcome outcome = action.orElseThrow(() -> new IllegalStateException(event + " in " + state))
                .outcome(provider::holds);
        state = outcome.next();
        for (Effect effect : outcome.effects()) {
            provider.carryOut(effect);
        }
    }
}
