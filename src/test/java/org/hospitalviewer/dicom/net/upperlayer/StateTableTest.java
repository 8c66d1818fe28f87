package org.hospitalviewer.dicom.net.upperlayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state with every event, told by what the peer and the user see rather than by names of actions, so that a slip
 * in the table or in an action shows (PS3.8 9.2.3, Tables 9-6 to 9-10).
 */
class StateTableTest {
    private static final String ESTABLISHED = "Sta6 Sta7 Sta8 Sta9 Sta10 Sta11 Sta12";
    private static final String PROVIDER_ABORTS = "SEND_PROVIDER_ABORT INDICATE_PROVIDER_ABORT START_ARTIM";

    /** States; events; condition, if any; what is done; next state. Whatever is not listed cannot happen. */
    private static final List<String> BEHAVIOUR = """
            Sta1 | Evt1 | | OPEN_TRANSPORT | Sta4
            Sta4 | Evt2 | | SEND_ASSOCIATE_RQ | Sta5
            Sta5 | Evt3 | | CONFIRM_ACCEPTED | Sta6
            Sta5 | Evt4 | | CONFIRM_REJECTED CLOSE_TRANSPORT | Sta1
            Sta1 | Evt5 | | START_ARTIM | Sta2
            Sta2 | Evt6 | REQUEST_ACCEPTABLE | STOP_ARTIM INDICATE_ASSOCIATE | Sta3
            Sta2 | Evt6 | not REQUEST_ACCEPTABLE | STOP_ARTIM SEND_ASSOCIATE_RJ START_ARTIM | Sta13
            Sta3 | Evt7 | | SEND_ASSOCIATE_AC | Sta6
            Sta3 | Evt8 | | SEND_ASSOCIATE_RJ START_ARTIM | Sta13
            Sta6 | Evt9 | | SEND_DATA | Sta6
            Sta8 | Evt9 | | SEND_DATA | Sta8
            Sta6 | Evt10 | | INDICATE_DATA | Sta6
            Sta7 | Evt10 | | INDICATE_DATA | Sta7
            Sta6 | Evt11 | | SEND_RELEASE_RQ | Sta7
            Sta6 | Evt12 | | INDICATE_RELEASE | Sta8
            Sta7 | Evt12 | ASSOCIATION_REQUESTOR | INDICATE_RELEASE | Sta9
            Sta7 | Evt12 | not ASSOCIATION_REQUESTOR | INDICATE_RELEASE | Sta10
            Sta7 Sta11 | Evt13 | | CONFIRM_RELEASE CLOSE_TRANSPORT | Sta1
            Sta10 | Evt13 | | CONFIRM_RELEASE | Sta12
            Sta8 Sta12 | Evt14 | | SEND_RELEASE_RP START_ARTIM | Sta13
            Sta9 | Evt14 | | SEND_RELEASE_RP | Sta11
            Sta2 | Evt3 Evt4 Evt10 Evt12 Evt13 Evt19 | | SEND_ABORT START_ARTIM | Sta13
            Sta4 | Evt15 | | STOP_ARTIM CLOSE_TRANSPORT | Sta1
            Sta3 Sta5 ESTABLISHED | Evt15 | | SEND_ABORT START_ARTIM | Sta13
            Sta3 Sta5 ESTABLISHED | Evt6 Evt19 | | PROVIDER_ABORTS | Sta13
            Sta3 ESTABLISHED | Evt3 Evt4 | | PROVIDER_ABORTS | Sta13
            Sta3 Sta5 Sta8 Sta9 Sta10 Sta11 Sta12 | Evt10 Evt12 | | PROVIDER_ABORTS | Sta13
            Sta3 Sta5 Sta6 Sta8 Sta9 Sta12 | Evt13 | | PROVIDER_ABORTS | Sta13
            Sta2 Sta13 | Evt16 Evt18 | | STOP_ARTIM CLOSE_TRANSPORT | Sta1
            Sta3 Sta5 ESTABLISHED | Evt16 | ABORTED_BY_USER | INDICATE_ABORT CLOSE_TRANSPORT | Sta1
            Sta3 Sta5 ESTABLISHED | Evt16 | not ABORTED_BY_USER | INDICATE_PROVIDER_ABORT CLOSE_TRANSPORT | Sta1
            Sta2 Sta13 | Evt17 | | STOP_ARTIM | Sta1
            Sta3 Sta4 Sta5 ESTABLISHED | Evt17 | | INDICATE_PROVIDER_ABORT | Sta1
            Sta13 | Evt3 Evt4 Evt10 Evt12 Evt13 | | | Sta13
            Sta13 | Evt6 Evt19 | | SEND_PROVIDER_ABORT | Sta13
            """.replace("ESTABLISHED", ESTABLISHED).replace("PROVIDER_ABORTS", PROVIDER_ABORTS).lines().toList();

    private record Expected(String state, String event, String condition, List<Effect> effects, String next) {
    }

    private static Stream<Expected> expected() {
        return BEHAVIOUR.stream().map(line -> line.split(" *\\| *")).flatMap(cell ->
                words(cell[0]).flatMap(state -> words(cell[1]).map(event -> new Expected(state, event, cell[2],
                        words(cell[3]).map(Effect::valueOf).toList(), cell[4]))));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }

    static Stream<Arguments> allPairs() {
        return Stream.of(State.values()).flatMap(state ->
                Stream.of(Event.values()).map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("allPairs")
    void eachEventInEachStateDoesWhatTheStandardSays(State state, Event event) throws IOException {
        List<Expected> rows = expected().filter(row ->
                row.state().equals(state.label()) && row.event().equals(event.label())).toList();
        if (rows.isEmpty()) {
            assertThat(StateTable.action(state, event)).isEmpty();
        }
        for (Expected row : rows) {
            Recorder recorder = new Recorder(row.condition());
            StateMachine machine = new StateMachine(recorder, state);
            machine.fire(event);
            assertThat(recorder.effects).isEqualTo(row.effects());
            assertThat(machine.state().label()).isEqualTo(row.next());
        }
    }

    @Test
    void noPairIsDescribedTwice() {
        List<String> pairs = expected().map(row -> row.state() + row.event() + row.condition()).toList();

        assertThat(pairs).doesNotHaveDuplicates();
    }

    @Test
    void allThirteenStatesAndNineteenEventsAreCovered() {
        assertThat(allPairs()).hasSize(13 * 19);
    }

    @Test
    void aRequestOfTheUserAtAWrongTimeIsRefusedAndChangesNothing() {
        Recorder recorder = new Recorder("");
        StateMachine machine = new StateMachine(recorder, State.STA_2);

        assertThatIllegalStateException().isThrownBy(() -> machine.fire(Event.EVT_9))
                .withMessageContaining("Evt9").withMessageContaining("Sta2");
        assertThat(machine.state()).isEqualTo(State.STA_2);
        assertThat(recorder.effects).isEmpty();
    }

    @Test
    void effectsAfterAFailedOneAreLeftOut() {
        List<Effect> tried = new ArrayList<>();
        StateMachine machine = new StateMachine(new StateMachine.Provider() {
            @Override
            public boolean holds(Condition condition) {
                return true;
            }

            @Override
            public void carryOut(Effect effect) throws IOException {
                tried.add(effect);
                throw new IOException("Broken pipe");
            }
        }, State.STA_6);

        assertThat(catchMessage(machine)).contains("Broken pipe");
        assertThat(tried).containsExactly(Effect.SEND_ABORT);
        assertThat(machine.state()).isEqualTo(State.STA_13);
    }

    private static Optional<String> catchMessage(StateMachine machine) {
        try {
            machine.fire(Event.EVT_15);
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(failure.getMessage());
        }
    }

    /** Notes the effects; the condition named in the row holds, the one after "not" does not. */
    private static final class Recorder implements StateMachine.Provider {
        private final List<Effect> effects = new ArrayList<>();
        private final Set<String> holding;

        Recorder(String condition) {
            this.holding = Set.copyOf(Arrays.asList(condition.startsWith("not ") ? "" : condition));
        }

        @Override
        public boolean holds(Condition condition) {
            return holding.contains(condition.name());
        }

        @Override
        public void carryOut(Effect effect) {
            effects.add(effect);
        }
    }
}
