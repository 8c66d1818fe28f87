package org.hospitalviewer.appliance;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The appliance's settings, from {@code config/application.properties}, the environment and the command line, the later
 * ones winning.
 *
 * @param httpPort   TCP port of the web interface
 * @param dicomPort  TCP port of the DICOM node
 * @param bind       network address of both; null means web on loopback, DICOM on all interfaces
 * @param aeTitle    the node's application entity title, at most 16 characters (PS3.5 6.2)
 * @param strictCalledAeTitle refuse associations that call another title
 * @param reserveMegabytes refuse new objects when less room is left on the disk, in MB
 * @param idleMinutes a session ends after so many minutes without mouse, key or touch
 * @param uploadLimitMegabytes longest request that brings objects, in MB
 */
@ConfigurationProperties("viewer")
public record ViewerSettings(
        @DefaultValue("8080") int httpPort,
        @DefaultValue("4242") int dicomPort,
        String bind,
        @DefaultValue("DICOMVIEWER") String aeTitle,
        @DefaultValue("false") boolean strictCalledAeTitle,
        @DefaultValue("500") int reserveMegabytes,
        @DefaultValue("15") int idleMinutes,
        @DefaultValue("10240") int uploadLimitMegabytes) {

    /** Address the web interface listens on; an empty setting must not open it to every network. */
    public String httpAddress() {
        return httpAddress(bind);
    }

    public String dicomAddress() {
        return dicomAddress(bind);
    }

    static String httpAddress(String bind) {
        return bind == null || bind.isBlank() ? "127.0.0.1" : bind.strip();
    }

    static String dicomAddress(String bind) {
        return bind == null || bind.isBlank() ? "0.0.0.0" : bind.strip();
    }
}
