package org.hospitalviewer.dicom.net.pdu;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * User information item (PS3.8 9.3.2.3).
 *
 * @param items sub-items in the order of transmission; those unknown to us are skipped by the reader
 */
public record UserInformation(List<UserItem> items) {

    /** Taken when the mandatory maximum length is missing, in bytes. */
    private static final long USUAL_MAXIMUM_LENGTH = 16384;

    public UserInformation {
        items = List.copyOf(items);
    }

    /** Largest variable field of a P-DATA-TF the sender of this item can take, in bytes; 0 for no limit. */
    public long maximumLength() {
        return first(UserItem.MaximumLength.class).map(UserItem.MaximumLength::bytes).orElse(USUAL_MAXIMUM_LENGTH);
    }

    /** Empty when the peer sends none. */
    public String implementationVersionName() {
        return first(UserItem.ImplementationVersionName.class)
                .map(UserItem.ImplementationVersionName::name).orElse("");
    }

    /** Empty when the peer sends none. */
    public String implementationClassUid() {
        return first(UserItem.ImplementationClassUid.class).map(UserItem.ImplementationClassUid::uid).orElse("");
    }

    /** The first sub-item of a kind. */
    public <T extends UserItem> Optional<T> first(Class<T> kind) {
        return all(kind).findFirst();
    }

    /** All sub-items of a kind. */
    public <T extends UserItem> Stream<T> all(Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast);
    }
}
