-- Places that studies are copied to by themselves.
CREATE TABLE sync_configuration (
    id                 BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name               VARCHAR(100)  NOT NULL,
    -- FOLDER, FTP or FTPS; the password is a secret named sync-target-ID
    kind               VARCHAR(10)   NOT NULL COLLATE ascii_bin,
    is_enabled         BOOLEAN       NOT NULL,
    host               VARCHAR(255)  NOT NULL DEFAULT '',
    port               INT           NOT NULL DEFAULT 21,
    username           VARCHAR(200)  NOT NULL DEFAULT '',
    folder             VARCHAR(500)  NOT NULL DEFAULT '',
    -- SHA-256 of the one certificate that the administrator trusts
    fingerprint        VARCHAR(100)  NOT NULL DEFAULT '' COLLATE ascii_bin,
    web_address        VARCHAR(500)  NOT NULL DEFAULT '',
    is_encrypted       BOOLEAN       NOT NULL,
    may_delete         BOOLEAN       NOT NULL,
    connections        INT           NOT NULL,
    -- bounds, null for none: kilobytes (1000 bytes) per second, and the hours in which it runs by itself
    kilobytes_per_second INT         NULL,
    hours_from         TIME          NULL,
    hours_until        TIME          NULL,
    last_tested        DATETIME(3)   NULL,
    test_result        VARCHAR(1000) NOT NULL DEFAULT '',
    is_test_good       BOOLEAN       NOT NULL DEFAULT FALSE,
    -- grows with each change of what is above: a run that began before has no say any more
    generation         INT           NOT NULL DEFAULT 0,
    -- change of the archive up to which everything is here or in sync_waiting; -1: nothing yet
    change_sequence    BIGINT        NOT NULL DEFAULT -1,
    -- the folder is ours and no stranger reads it
    prepared_at        DATETIME(3)   NULL,
    compared_at        DATETIME(3)   NULL,
    last_run           DATETIME(3)   NULL,
    last_error         VARCHAR(1000) NOT NULL DEFAULT '',
    last_commands      BIGINT        NOT NULL DEFAULT 0,
    failures           INT           NOT NULL DEFAULT 0,
    created_at         DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at         DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Which studies go out; one row.
CREATE TABLE sync_rules (
    id         TINYINT      NOT NULL PRIMARY KEY CHECK (id = 1),
    -- separated by commas; empty for all
    modalities VARCHAR(400) NOT NULL DEFAULT '' COLLATE ascii_bin,
    -- only studies of this day and later; null for all
    since      DATE         NULL,
    -- only studies with a signed report
    only_reported BOOLEAN   NOT NULL DEFAULT FALSE
);
INSERT INTO sync_rules (id) VALUES (1);

-- What lies at a target: one row per file that has its name there, and one for the manifest of a study (no SOP Instance UID).
CREATE TABLE sync_items (
    target_id          BIGINT       NOT NULL,
    publisher          VARCHAR(20)  NOT NULL COLLATE ascii_bin,
    study_instance_uid VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    sop_instance_uid   VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    version            VARCHAR(100) NOT NULL COLLATE ascii_bin,
    path               VARCHAR(400) NOT NULL COLLATE ascii_bin,
    -- length at the target, and SHA-256 of what was sent from before encryption
    bytes              BIGINT       NOT NULL,
    sha256             CHAR(64)     NOT NULL COLLATE ascii_bin,
    created_at         DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    PRIMARY KEY (target_id, publisher, study_instance_uid, sop_instance_uid),
    CONSTRAINT sync_items_target FOREIGN KEY (target_id) REFERENCES sync_configuration (id) ON DELETE CASCADE
);

-- Studies to look at, per target; what is done leaves. An interrupted run goes on from here.
CREATE TABLE sync_waiting (
    target_id          BIGINT      NOT NULL,
    study_instance_uid VARCHAR(64) NOT NULL COLLATE ascii_bin,
    -- deleted here, so that it may be deleted there
    is_deleted         BOOLEAN     NOT NULL DEFAULT FALSE,
    created_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    PRIMARY KEY (target_id, study_instance_uid),
    CONSTRAINT sync_waiting_target FOREIGN KEY (target_id) REFERENCES sync_configuration (id) ON DELETE CASCADE
);

-- Runs of a target that moved something or failed; the same failure again counts up.
CREATE TABLE sync_history (
    id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    target_id    BIGINT        NOT NULL,
    target_name  VARCHAR(100)  NOT NULL,
    started_at   DATETIME(3)   NOT NULL,
    completed_at DATETIME(3)   NOT NULL,
    files        BIGINT        NOT NULL,
    bytes        BIGINT        NOT NULL,
    deleted      BIGINT        NOT NULL,
    commands     BIGINT        NOT NULL,
    repeats      INT           NOT NULL DEFAULT 1,
    -- DONE, GOES_ON or FAILED
    status       VARCHAR(10)   NOT NULL COLLATE ascii_bin,
    error        VARCHAR(1000) NOT NULL DEFAULT '',
    INDEX sync_history_target (target_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
