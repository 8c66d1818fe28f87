-- Studies that somebody marked to be published, and those of which the mark was taken back.
CREATE TABLE publish_marks (
    study_instance_uid VARCHAR(64)  NOT NULL COLLATE ascii_bin PRIMARY KEY,
    is_marked          BOOLEAN      NOT NULL,
    -- who said so last, and when
    changed_by         VARCHAR(100) NOT NULL,
    changed_at         DATETIME(3)  NOT NULL,
    created_at         DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at         DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE sync_rules
    -- only studies that are marked to be published
    ADD COLUMN only_published BOOLEAN NOT NULL DEFAULT FALSE;

-- Grows when a study that waits is to be looked at once more: a look that began before does not count for it.
ALTER TABLE sync_waiting
    ADD COLUMN asked INT NOT NULL DEFAULT 1;

-- Where the files come from; one row.
CREATE TABLE sync_source (
    id      TINYINT      NOT NULL PRIMARY KEY CHECK (id = 1),
    -- ARCHIVE or ORTHANC_FOLDER
    kind    VARCHAR(20)  NOT NULL DEFAULT 'ARCHIVE' COLLATE ascii_bin,
    -- storage folder of an Orthanc; empty for the archive
    folder  VARCHAR(4096) NOT NULL DEFAULT '',
    -- number of the newest change that was found in that folder; never becomes smaller
    changes BIGINT       NOT NULL DEFAULT 0
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
INSERT INTO sync_source (id) VALUES (1);

-- Files of that folder as they were found, so that each is opened once. Where the UIDs are empty it is no object.
CREATE TABLE sync_orthanc_files (
    -- by which the folder knows it: 8-4-4-4-12 hexadecimal digits
    name                CHAR(36)    NOT NULL COLLATE ascii_bin PRIMARY KEY,
    bytes               BIGINT      NOT NULL,
    modified_millis     BIGINT      NOT NULL,
    study_instance_uid  VARCHAR(64) NOT NULL COLLATE ascii_bin,
    series_instance_uid VARCHAR(64) NOT NULL COLLATE ascii_bin,
    sop_instance_uid    VARCHAR(64) NOT NULL COLLATE ascii_bin,
    -- change with which it came
    changed             BIGINT      NOT NULL,
    INDEX sync_orthanc_files_study (study_instance_uid, series_instance_uid),
    INDEX sync_orthanc_files_changed (changed)
);
