-- One row for each time that somebody started the import of a folder.
CREATE TABLE import_jobs (
    id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- of the table jobs, which forgets its oldest rows
    run_id       BIGINT        NULL,
    path         TEXT          NOT NULL,
    options      JSON          NOT NULL,
    state        VARCHAR(12)   NOT NULL COLLATE ascii_bin,
    requested_by VARCHAR(100)  NOT NULL,
    files        BIGINT        NOT NULL DEFAULT 0,
    done         BIGINT        NOT NULL DEFAULT 0,
    unchanged    BIGINT        NOT NULL DEFAULT 0,
    not_dicom    BIGINT        NOT NULL DEFAULT 0,
    imported     BIGINT        NOT NULL DEFAULT 0,
    duplicates   BIGINT        NOT NULL DEFAULT 0,
    quarantined  BIGINT        NOT NULL DEFAULT 0,
    refused      BIGINT        NOT NULL DEFAULT 0,
    failed       BIGINT        NOT NULL DEFAULT 0,
    left_out     BIGINT        NOT NULL DEFAULT 0,
    message      VARCHAR(1000) NOT NULL DEFAULT '',
    ended_at     DATETIME(3)   NULL,
    created_at   DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at   DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Every file that was ever taken from a folder, with what became of it the last time.
CREATE TABLE import_history (
    id               BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- digest of the path, which may be too long for an index
    path_key         CHAR(32)      NOT NULL COLLATE ascii_bin,
    path             TEXT          NOT NULL,
    -- bytes and time of change of the file, of its ZIP file for what lies in one
    size             BIGINT        NOT NULL,
    modified_ms      BIGINT        NOT NULL,
    -- null: by monitoring
    job_id           BIGINT        NULL,
    status           VARCHAR(12)   NOT NULL COLLATE ascii_bin,
    sop_instance_uid VARCHAR(64)   NOT NULL DEFAULT '',
    error            VARCHAR(1000) NOT NULL DEFAULT '',
    taken_at         DATETIME(3)   NOT NULL,
    created_at       DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at       DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT import_history_path UNIQUE (path_key),
    INDEX import_history_job (job_id, status),
    INDEX import_history_taken (taken_at, status)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The one folder that is monitored.
CREATE TABLE import_monitoring (
    id            INT         NOT NULL PRIMARY KEY,
    path          TEXT        NOT NULL,
    options       JSON        NOT NULL,
    is_enabled    BOOLEAN     NOT NULL,
    seconds       INT         NOT NULL,
    -- what lies in the folder now is not to be taken, and is still to be noted down
    note_existing BOOLEAN     NOT NULL,
    created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
