package org.hospitalviewer.appliance.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MariaDbProgramsTest {

    @Test
    void windowsProgramsGetTheNamesThatTheApplianceStarts() {
        assertThat(MariaDbPrograms.nameToday("bin/mysqld.exe")).isEqualTo("bin/mariadbd.exe");
        assertThat(MariaDbPrograms.nameToday("bin/mysqldump.exe")).isEqualTo("bin/mariadb-dump.exe");
        assertThat(MariaDbPrograms.nameToday("bin/mysql.exe")).isEqualTo("bin/mariadb.exe");
        assertThat(MariaDbPrograms.nameToday("bin/server.dll")).isEqualTo("bin/server.dll");
        assertThat(MariaDbPrograms.nameToday("bin/mariadbd")).isEqualTo("bin/mariadbd");
    }
}
