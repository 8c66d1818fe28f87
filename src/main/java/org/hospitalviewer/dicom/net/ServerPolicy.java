package org.hospitalviewer.dicom.net;

/**
 * What a server does for whom.
 *
 * @param admission who may associate
 * @param contexts  in which presentation contexts
 * @param services  what is done then
 * @param listener  hears of it
 */
public record ServerPolicy(AdmissionPolicy admission, ContextPolicy contexts, DimseServices services,
                           AssociationListener listener) {
}
