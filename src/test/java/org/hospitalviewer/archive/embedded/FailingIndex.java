package org.hospitalviewer.archive.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A connection to the index that can be down, for all threads or for some. */
final class FailingIndex extends DelegatingDataSource {

    private volatile Predicate<Thread> down = _ -> false;

    FailingIndex(DataSource index) {
        super(index);
    }

    void downFor(Predicate<Thread> threads) {
        down = threads;
    }

    void up() {
        down = _ -> false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (down.test(Thread.currentThread())) {
            throw new SQLException("Connection refused", "08001");
        }
        return super.getConnection();
    }
}
