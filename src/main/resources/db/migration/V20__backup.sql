-- What is backed up, and where to; one row, without a folder until somebody sets it up.
CREATE TABLE backup_configuration (
    id                 TINYINT       NOT NULL PRIMARY KEY CHECK (id = 1),
    folder             VARCHAR(500)  NOT NULL DEFAULT '',
    -- of DATABASE, CONFIGURATION, REPORTS, LOGS, PROGRAM; separated by commas
    contents           VARCHAR(200)  NOT NULL DEFAULT 'DATABASE,CONFIGURATION,REPORTS' COLLATE ascii_bin,
    retention_days     INT           NOT NULL DEFAULT 30,
    last_tested        DATETIME(3)   NULL,
    test_result        VARCHAR(1000) NOT NULL DEFAULT '',
    is_test_good       BOOLEAN       NOT NULL DEFAULT FALSE,
    -- the recovery key is a secret named backup-recovery-key; since when somebody has it on paper, null: nobody
    key_noted_at       DATETIME(3)   NULL,
    -- since when backups are expected
    configured_at      DATETIME(3)   NULL,
    created_at         DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at         DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
INSERT INTO backup_configuration (id) VALUES (1);

CREATE TABLE backup_history (
    id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    started_at   DATETIME(3)   NOT NULL,
    completed_at DATETIME(3)   NOT NULL,
    -- place of the target, and the file's name there; empty when it did not come to a file
    target       VARCHAR(600)  NOT NULL,
    filename     VARCHAR(200)  NOT NULL DEFAULT '',
    -- what the target itself calls the file, where that is not its name
    remote_id    VARCHAR(200)  NOT NULL DEFAULT '',
    bytes        BIGINT        NOT NULL DEFAULT 0,
    -- VERIFIED: read back, loaded and compared; FAILED
    status       VARCHAR(10)   NOT NULL COLLATE ascii_bin,
    error        VARCHAR(1000) NOT NULL DEFAULT '',
    verified_at  DATETIME(3)   NULL,
    -- it holds a database, so that a restore brings something back
    can_restore  BOOLEAN       NOT NULL DEFAULT FALSE,
    contents     VARCHAR(200)  NOT NULL DEFAULT '' COLLATE ascii_bin,
    key_id       CHAR(8)       NOT NULL DEFAULT '' COLLATE ascii_bin,
    `tables`     INT           NOT NULL DEFAULT 0,
    `rows`       BIGINT        NOT NULL DEFAULT 0,
    created_at   DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at   DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    INDEX backup_history_filename (filename)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
