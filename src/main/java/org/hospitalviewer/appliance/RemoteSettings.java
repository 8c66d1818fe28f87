package org.hospitalviewer.appliance;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the archive is reached in REMOTE mode.
 *
 * @param url            root of its DICOMweb services, such as {@code https://orthanc.clinic/dicom-web}
 * @param login          how the appliance proves itself
 * @param user           user name, for {@link RemoteLogin#BASIC}
 * @param password       password or token; wins over the one kept as a secret, and is meant for the environment
 * @param certificate    path of a PEM file with certificates to trust beside those that Java trusts; empty for none
 * @param querySeconds   longest time that an answer to a search is used again, 0 for never
 * @param cacheMegabytes room for objects fetched lately, in MB
 * @param dicom          whether the own DICOM port is open all the same and passes on what it receives
 */
public record RemoteSettings(
        @DefaultValue("") String url,
        @DefaultValue("BASIC") RemoteLogin login,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String certificate,
        @DefaultValue("5") int querySeconds,
        @DefaultValue("1024") int cacheMegabytes,
        @DefaultValue("false") boolean dicom) {

    /** Without the password: settings are logged. */
    @Override
    public String toString() {
        return "RemoteSettings[" + url + ", " + login + ", " + user + "]";
    }
}
