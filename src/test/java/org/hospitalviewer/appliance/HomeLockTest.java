package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @Test
    void aSecondInstanceIsRefusedUntilTheFirstIsGone(@TempDir Path folder) throws Exception {
        Home home = new Home(folder);
        try (HomeLock first = HomeLock.acquire(home)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> HomeLock.acquire(home))
                    .isInstanceOf(StartProblem.class).hasMessageContaining("in use by another running instance");
        }
        HomeLock.acquire(home).close();
    }

    @Test
    void othersSeeWhetherAnInstanceRuns(@TempDir Path folder) throws Exception {
        Home home = new Home(folder);
        assertThat(HomeLock.isHeld(home)).isFalse();
        assertThat(folder).isEmptyDirectory();
        try (HomeLock first = HomeLock.acquire(home)) {
            assertThat(first).isNotNull();
            assertThat(HomeLock.isHeld(home)).isTrue();
        }
        assertThat(HomeLock.isHeld(home)).isFalse();
    }

    @Test
    void everythingLiesUnderTheRoot(@TempDir Path folder) {
        Home home = new Home(folder.resolve("a/../b"));

        home.create();

        assertThat(home.archive()).isEqualTo(folder.resolve("b/data/archive")).isDirectory();
        assertThat(home.database()).isDirectory();
        assertThat(home.logs()).isDirectory();
        assertThat(home.cache()).isDirectory();
        assertThat(home.config()).isDirectory();
    }

    @Test
    void aPathThatTheLogCannotHaveIsRefusedWithOneSentenceAndNothingIsMade(@TempDir Path folder) {
        assertThatThrownBy(() -> new Home(folder.resolve("100%/home")).create())
                .isInstanceOf(StartProblem.class).hasMessageContaining("percent sign").hasMessageContaining("--home");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aHomeThatIsAFileIsRefusedWithOneSentence(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> new Home(file).create())
                .isInstanceOf(StartProblem.class).hasMessageContaining("cannot be written")
                .hasMessageContaining("--home");
    }
}
