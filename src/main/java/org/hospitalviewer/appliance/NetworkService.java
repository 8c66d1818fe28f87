package org.hospitalviewer.appliance;

/** A listening part of the appliance beside the web interface; the appliance is healthy only while all of them are. */
public interface NetworkService {

    boolean isListening();

    /** TCP port it listens on. */
    int port();

    /** Where it listens, in words for the line printed at start. */
    String address();
}
