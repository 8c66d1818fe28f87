package org.hospitalviewer.dicom.net.pdu;

import java.util.List;

/** Sub-items of the user information (PS3.8 Annex D.1, PS3.7 Annex D.3.3). */
public sealed interface UserItem {

    /** Largest variable field of a P-DATA-TF the sender can take, in bytes; 0 for no limit (PS3.8 D.1). */
    record MaximumLength(long bytes) implements UserItem {
    }

    /** Names the implementation (PS3.7 D.3.3.2.1). */
    record ImplementationClassUid(String uid) implements UserItem {
    }

    /** Names the version of the implementation, 1 to 16 characters (PS3.7 D.3.3.2.3). */
    record ImplementationVersionName(String name) implements UserItem {
    }

    /** Operations that may be outstanding, 0 for no limit (PS3.7 D.3.3.3). */
    record AsynchronousOperationsWindow(int invoked, int performed) implements UserItem {
    }

    /** Roles of the association requestor for a SOP class (PS3.7 D.3.3.4). */
    record RoleSelection(String sopClassUid, boolean scu, boolean scp) implements UserItem {
    }

    /** Details a service class negotiates for itself (PS3.7 D.3.3.5). */
    record ExtendedNegotiation(String sopClassUid, byte[] information) implements UserItem {
    }

    /** Relates a SOP class to its service class and to general classes (PS3.7 D.3.3.6). */
    record CommonExtendedNegotiation(String sopClassUid, String serviceClassUid, List<String> relatedSopClassUids)
            implements UserItem {

        public CommonExtendedNegotiation {
            relatedSopClassUids = List.copyOf(relatedSopClassUids);
        }
    }

    /**
     * Who uses the requestor (PS3.7 D.3.3.7).
     *
     * @param type            1 user name, 2 user name and passcode, 3 Kerberos, 4 SAML, 5 JSON web token
     * @param answerRequested the requestor asks for a positive response
     * @param primary         user name, ticket or assertion
     * @param secondary       passcode, empty unless type is 2
     */
    record UserIdentity(int type, boolean answerRequested, byte[] primary, byte[] secondary) implements UserItem {

        @Override
        public String toString() {
            return "UserIdentity[type=" + type + "]"; // credentials stay out of logs
        }
    }

    /** The acceptor's answer to a user identity (PS3.7 D.3.3.7.2). */
    record UserIdentityAnswer(byte[] response) implements UserItem {
    }
}
