package org.hospitalviewer.dicom.net.upperlayer;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** State transition table of the upper layer (PS3.8 9.2.3, Table 9-10). */
public final class StateTable {
    private static final String TABLE_9_10 = """
            Event  Sta1  Sta2  Sta3  Sta4  Sta5  Sta6  Sta7  Sta8  Sta9  Sta10 Sta11 Sta12 Sta13
            Evt1   AE-1  .     .     .     .     .     .     .     .     .     .     .     .
            Evt2   .     .     .     AE-2  .     .     .     .     .     .     .     .     .
            Evt3   .     AA-1  AA-8  .     AE-3  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt4   .     AA-1  AA-8  .     AE-4  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt5   AE-5  .     .     .     .     .     .     .     .     .     .     .     .
            Evt6   .     AE-6  AA-8  .     AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-7
            Evt7   .     .     AE-7  .     .     .     .     .     .     .     .     .     .
            Evt8   .     .     AE-8  .     .     .     .     .     .     .     .     .     .
            Evt9   .     .     .     .     .     DT-1  .     AR-7  .     .     .     .     .
            Evt10  .     AA-1  AA-8  .     AA-8  DT-2  AR-6  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt11  .     .     .     .     .     AR-1  .     .     .     .     .     .     .
            Evt12  .     AA-1  AA-8  .     AA-8  AR-2  AR-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt13  .     AA-1  AA-8  .     AA-8  AA-8  AR-3  AA-8  AA-8  AR-10 AR-3  AA-8  AA-6
            Evt14  .     .     .     .     .     .     .     AR-4  AR-9  .     .     AR-4  .
            Evt15  .     .     AA-1  AA-2  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  .
            Evt16  .     AA-2  AA-3  .     AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-2
            Evt17  .     AA-5  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AR-5
            Evt18  .     AA-2  .     .     .     .     .     .     .     .     .     .     AA-2
            Evt19  .     AA-1  AA-8  .     AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-7
            """;

    private static final Action[][] ACTIONS = parse();

    private StateTable() {
    }

    /** The action for an event in a state; empty where the table has no entry, because the event cannot occur there. */
    public static Optional<Action> action(State state, Event event) {
        return Optional.ofNullable(ACTIONS[event.ordinal()][state.ordinal()]);
    }

    private static Action[][] parse() {
        Map<String, Action> byLabel = Stream.of(Action.values())
                .collect(Collectors.toMap(Action::label, Function.identity()));
        return TABLE_9_10.lines().skip(1)
                .map(row -> Stream.of(row.split(" +")).skip(1).map(byLabel::get).toArray(Action[]::new))
                .toArray(Action[][]::new);
    }
}
