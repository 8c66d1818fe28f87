-- Derived from the stored files and rebuildable from them at any time.
-- "attributes" is the level's attributes as an explicit little endian data set in UTF-8.

CREATE TABLE study (
    id                  BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    study_uid           VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    patient_id          VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
    patient_name        VARCHAR(330) NOT NULL,
    patient_birth_date  VARCHAR(8)   NOT NULL COLLATE utf8mb4_bin,
    patient_sex         VARCHAR(16)  NOT NULL COLLATE utf8mb4_bin,
    study_date          VARCHAR(8)   NOT NULL COLLATE utf8mb4_bin,
    study_time          VARCHAR(16)  NOT NULL COLLATE utf8mb4_bin,
    accession_number    VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
    study_identifier    VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
    description         VARCHAR(250) NOT NULL,
    referring_physician VARCHAR(330) NOT NULL,
    series_count        INT          NOT NULL DEFAULT 0,
    instance_count      INT          NOT NULL DEFAULT 0,
    attributes          BLOB         NOT NULL,
    received_at         DATETIME(3)  NOT NULL,
    CONSTRAINT study_uid UNIQUE (study_uid),
    INDEX study_newest (study_date, study_time, id),
    INDEX study_patient_name (patient_name(100)),
    INDEX study_patient_id (patient_id),
    INDEX study_accession (accession_number)
);

CREATE TABLE study_modality (
    study_id BIGINT      NOT NULL,
    modality VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
    PRIMARY KEY (modality, study_id),
    CONSTRAINT modality_study FOREIGN KEY (study_id) REFERENCES study (id) ON DELETE CASCADE
);

CREATE TABLE series (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    study_id       BIGINT       NOT NULL,
    series_uid     VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    modality       VARCHAR(16)  NOT NULL COLLATE utf8mb4_bin,
    series_number  INT          NULL,
    description    VARCHAR(250) NOT NULL,
    body_part      VARCHAR(16)  NOT NULL COLLATE utf8mb4_bin,
    step_date      VARCHAR(8)   NOT NULL COLLATE utf8mb4_bin,
    step_time      VARCHAR(16)  NOT NULL COLLATE utf8mb4_bin,
    instance_count INT          NOT NULL DEFAULT 0,
    attributes     BLOB         NOT NULL,
    CONSTRAINT series_uid UNIQUE (study_id, series_uid),
    INDEX series_by_uid (series_uid),
    CONSTRAINT series_study FOREIGN KEY (study_id) REFERENCES study (id) ON DELETE CASCADE
);

CREATE TABLE instance (
    id                  BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    series_id           BIGINT       NOT NULL,
    sop_uid             VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    sop_class_uid       VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    transfer_syntax_uid VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    instance_number     INT          NULL,
    path                VARCHAR(255) NOT NULL COLLATE ascii_bin,
    received_on         DATE         NOT NULL,
    data_set_bytes      BIGINT       NOT NULL,
    data_set_sha256     BINARY(32)   NOT NULL,
    attributes          BLOB         NOT NULL,
    CONSTRAINT instance_uid UNIQUE (sop_uid),
    INDEX instance_order (series_id, instance_number, id),
    INDEX instance_received (received_on),
    CONSTRAINT instance_series FOREIGN KEY (series_id) REFERENCES series (id) ON DELETE CASCADE
);

-- One row at most: all day folders before this day are known to be in the index. Kept here and not beside the files, so
-- that an index restored from an older backup knows what it misses.
CREATE TABLE checked_through (
    only_row BOOLEAN NOT NULL PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    day      DATE    NOT NULL
);
