package org.hospitalviewer.clinical.report;

/** What became of a wish to write. */
public sealed interface WriteOutcome {

    /** It is kept. */
    record Written(OpenReport report) implements WriteOutcome {
    }

    /**
     * It is not: somebody else was there. What the loser typed is kept as their working copy.
     *
     * @param newest the report as it is now, with that working copy
     */
    record Refused(Conflict conflict, OpenReport newest) implements WriteOutcome {
    }

    /** There is no such report. */
    record Absent() implements WriteOutcome {
    }

    /** Why somebody could not write. */
    enum Conflict {
        VERSION("Somebody has saved another version of this report meanwhile. Your text is kept beside it."),
        LOCKED("Somebody else is writing in this report. Your text is kept beside it."),
        SIGNED("This report is signed; it can only be amended. Your text is kept beside it."),
        NOT_SIGNED("This report is a draft; only a signed one is amended. Your text is kept beside it."),
        UNSAVED("You have typed text in this report that is not saved. Save it or discard it before you sign."),
        OTHER_WINDOW("You have typed in this report in another window. Nothing of that was replaced.");

        private final String sentence;

        Conflict(String sentence) {
            this.sentence = sentence;
        }

        /** For people. */
        public String sentence() {
            return sentence;
        }
    }
}
