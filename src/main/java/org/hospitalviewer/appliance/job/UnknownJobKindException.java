package org.hospitalviewer.appliance.job;

/** Somebody asked for a kind of job that does not exist. */
public final class UnknownJobKindException extends RuntimeException {

    UnknownJobKindException(String kind) {
        super("There is no job of the kind '" + kind + "'.");
    }
}
