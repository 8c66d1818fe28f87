package org.hospitalviewer.appliance.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hospitalviewer.appliance.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Database and configuration are exchanged together or not at all, wherever the program is cut off. */
class StateExchangeTest {

    @TempDir
    private Path root;
    private Home home;
    private StateExchange exchange;

    @BeforeEach
    void begin() throws IOException {
        home = new Home(root);
        Files.createDirectories(home.config());
        Files.createDirectories(home.database());
        Files.writeString(home.config().resolve("a"), "old a");
        Files.writeString(home.config().resolve("only-old"), "old");
        exchange = new StateExchange(home);
    }

    private void prepare() throws IOException {
        Path config = exchange.prepare();
        Files.writeString(config.resolve("a"), "new a");
        Files.createDirectories(config.resolve("folder"));
        Files.writeString(config.resolve("folder/b"), "new b");
    }

    private String schema() {
        return new DatabaseFolder(home.database()).schema();
    }

    private void assertOld() throws IOException {
        assertThat(schema()).isEqualTo("viewer");
        assertThat(home.config().resolve("a")).hasContent("old a");
        assertThat(home.config().resolve("only-old")).exists();
        assertThat(home.config().resolve("folder/b")).doesNotExist();
    }

    private void assertNew() {
        assertThat(schema()).isEqualTo("viewer_restored_1");
        assertThat(home.config().resolve("a")).hasContent("new a");
        assertThat(home.config().resolve("folder/b")).hasContent("new b");
        assertThat(home.config().resolve("only-old")).doesNotExist();
    }

    private Path folder(String name) {
        return root.resolve("data/restore").resolve(name);
    }

    /** As a kill right after the decision leaves it. */
    private void decideOnly() throws IOException {
        prepare();
        Files.writeString(folder("next.unfinished/schema"), "viewer_restored_1");
        Files.createFile(folder("next.unfinished/whole"));
        Files.move(folder("next.unfinished"), folder("next"));
    }

    @Test
    void whatIsOnlyPreparedIsForgotten() throws IOException {
        prepare();
        exchange.finish();
        assertOld();
        exchange.confirm();
        assertThat(folder("next.unfinished")).doesNotExist();
        assertOld();
    }

    @Test
    void whatIsDecidedIsDoneAndCanBeUndone() throws IOException {
        prepare();
        exchange.commit("viewer_restored_1", true);
        assertNew();
        assertThat(exchange.awaitsFirstStart()).isTrue();
        exchange.undo();
        assertOld();
        assertThat(exchange.awaitsFirstStart()).isFalse();
    }

    @Test
    void theNextStartCompletesWhatWasCutOffAfterTheDecision() throws IOException {
        decideOnly();
        new StateExchange(home).finish();
        assertNew();
        new StateExchange(home).finish();
        assertNew();
    }

    @Test
    void aCutInTheMiddleOfTheFilesIsCompletedAndTheOldOnesAreStillKept() throws IOException {
        decideOnly();
        new StateExchange(home).finish();
        // Once more from the middle: everything of the old state is kept, one file is new, the schema is old.
        Files.move(folder("done"), folder("next"));
        Files.writeString(home.config().resolve("only-old"), "old");
        Files.delete(home.config().resolve("folder/b"));
        Files.delete(home.database().resolve("mariadb.schema"));
        new StateExchange(home).finish();
        assertNew();
        exchange.undo();
        assertOld();
    }

    @Test
    void onlyTheGivenFilesAreExchangedWhenTheRestStays() throws IOException {
        prepare();
        exchange.commit("viewer_restored_1", false);
        assertThat(home.config().resolve("a")).hasContent("new a");
        assertThat(home.config().resolve("only-old")).hasContent("old");
        exchange.confirm();
        assertThat(folder("previous")).doesNotExist();
        assertThat(schema()).isEqualTo("viewer_restored_1");
    }
}
