package org.hospitalviewer.appliance.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * How to reach the embedded database.
 *
 * @param port TCP port on loopback
 */
record DatabaseLogin(int port, String user, String password) {

    private static final String CONNECT_TIMEOUT_MS = "2000";

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/";
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_MS);
        return DriverManager.getConnection(url(), properties);
    }

    void shutDownServer() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
