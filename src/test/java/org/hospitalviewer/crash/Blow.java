package org.hospitalviewer.crash;

/** Who is killed, in which order. */
enum Blow {
    PROGRAM, DATABASE, PROGRAM_THEN_DATABASE, DATABASE_THEN_PROGRAM;

    boolean endsProgram() {
        return switch (this) {
            case PROGRAM, PROGRAM_THEN_DATABASE, DATABASE_THEN_PROGRAM -> true;
            case DATABASE -> false;
        };
    }

    /**
     * Strikes.
     *
     * @param between time between the two deaths
     */
    void strike(Program program, Pause between) throws Exception {
        switch (this) {
            case PROGRAM -> program.killProgram();
            case DATABASE -> program.killDatabase();
            case PROGRAM_THEN_DATABASE -> {
                program.killProgram();
                between.pass();
                program.killDatabase();
            }
            case DATABASE_THEN_PROGRAM -> {
                program.killDatabase();
                between.pass();
                program.killProgram();
            }
        }
    }
}
