package org.hospitalviewer.appliance;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.hospitalviewer.language.Language;
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
 * @param knownDevicesOnly  refuse associations of devices that the administrator has not named
 * @param https            whether the web interface speaks HTTPS
 * @param httpsPort        TCP port of HTTPS; the HTTP port then only leads there
 * @param httpsCertificate path of a certificate chain (PEM) or of a PKCS #12 file; empty: a self-made one
 * @param httpsKey         path of the certificate's private key (PEM); of no meaning for PKCS #12
 * @param idleMinutes      log somebody out who has not moved for so long
 * @param clinicName       shown beside the product's name and on paper
 * @param clinicAddress    on paper
 * @param clinicPhone      on paper
 * @param documentLanguage language of printed documents, whoever prints them
 * @param trashDays            how long deleted studies can be restored, in days
 * @param uploadLimitMegabytes longest request that brings objects, in MB
 * @param archiveMode      where the images are
 * @param remote           the other server, in REMOTE mode
 * @param reports          what becomes of signed reports
 */
@ConfigurationProperties("viewer")
public record ViewerSettings(
        @DefaultValue("8080") int httpPort,
        @DefaultValue("4242") int dicomPort,
        String bind,
        @DefaultValue("DICOMVIEWER") String aeTitle,
        @DefaultValue("false") boolean strictCalledAeTitle,
        @DefaultValue("500") int reserveMegabytes,
        @DefaultValue("false") boolean knownDevicesOnly,
        @DefaultValue("false") boolean https,
        @DefaultValue("8443") int httpsPort,
        @DefaultValue("") String httpsCertificate,
        @DefaultValue("") String httpsKey,
        @DefaultValue("15") int idleMinutes,
        @DefaultValue("") String clinicName,
        @DefaultValue("") String clinicAddress,
        @DefaultValue("") String clinicPhone,
        @DefaultValue("en") Language documentLanguage,
        @DefaultValue("30") int trashDays,
        @DefaultValue("10240") int uploadLimitMegabytes,
        @DefaultValue("EMBEDDED") ArchiveMode archiveMode,
        @DefaultValue RemoteSettings remote,
        @DefaultValue ReportSettings reports) {

    /** Address the web interface listens on; an empty setting must not open it to every network. */
    public String httpAddress() {
        return httpAddress(bind);
    }

    public String dicomAddress() {
        return dicomAddress(bind);
    }

    /** Whether computers other than this one can reach the web interface. */
    public boolean isOpenToNetwork() {
        try {
            return !InetAddress.getByName(httpAddress()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static String httpAddress(String bind) {
        return bind == null || bind.isBlank() ? "127.0.0.1" : bind.strip();
    }

    static String dicomAddress(String bind) {
        return bind == null || bind.isBlank() ? "0.0.0.0" : bind.strip();
    }
}
