package org.hospitalviewer.clinical.report;

import org.hospitalviewer.access.Account;

/** A user as colleagues know them. */
public record Person(long id, String username, String fullName) {

    static Person current() {
        Account account = Account.current();
        return new Person(account.id(), account.username(), account.fullName());
    }
}
