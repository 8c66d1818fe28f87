package org.hospitalviewer.appliance.database;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

/**
 * The server that holds both schemas.
 *
 * @param applicationUrl JDBC address of the application's schema
 * @param indexUrl       JDBC address of the archive's index, made when it is absent
 * @param embedded       what to stop at the end; null for an external server
 */
record DatabaseServer(String applicationUrl, String indexUrl, String user, String password, EmbeddedMariaDb embedded)
        implements AutoCloseable {

    private static final String MAKE_SCHEMA = "?createDatabaseIfNotExist=true";

    static DatabaseServer embedded(EmbeddedMariaDb database, String indexSchema) {
        return new DatabaseServer(database.url(database.schema()), database.url(indexSchema) + MAKE_SCHEMA,
                database.user(), database.password(), database);
    }

    /** Same server as {@code spring.datasource.url}, the last part of its path exchanged for the index schema. */
    static DatabaseServer external(DataSourceProperties properties, String indexSchema) {
        String url = properties.getUrl();
        String server = url.replaceFirst("(jdbc:\\w+://[^/?]+).*", "$1");
        String options = url.contains("?") ? url.substring(url.indexOf('?')) + "&" : "?";
        return new DatabaseServer(url, server + "/" + indexSchema + options + MAKE_SCHEMA.substring(1),
                properties.getUsername(), properties.getPassword(), null);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    @Override
    public String toString() {
        return "DatabaseServer[" + applicationUrl + "]";
    }
}
