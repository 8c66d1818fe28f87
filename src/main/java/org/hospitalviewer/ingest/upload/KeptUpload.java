package org.hospitalviewer.ingest.upload;

/**
 * An upload as it is written down beside its pieces.
 *
 * @param id      random
 * @param userId  whose it is; nobody else sees it
 * @param address where the user was
 * @param message why it is held, empty otherwise
 */
record KeptUpload(String id, long userId, String username, String address, NewUpload file, UploadState state,
                  String message) {

    KeptUpload in(UploadState other, String why) {
        return new KeptUpload(id, userId, username, address, file, other, why);
    }
}
