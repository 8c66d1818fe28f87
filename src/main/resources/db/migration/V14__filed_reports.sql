-- Signed reports that are to be put into the archive, or are there: one row per version and kind of object.
CREATE TABLE filed_reports (
    id                  BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    report_id           BIGINT        NOT NULL,
    version             INT           NOT NULL,
    -- PDF or SR
    kind                VARCHAR(10)   NOT NULL COLLATE ascii_bin,
    study_instance_uid  VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    -- chosen before anything is sent, so that a second attempt makes no second object
    series_instance_uid VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    sop_instance_uid    VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    filed_at            DATETIME(3)   NULL,
    message             VARCHAR(1000) NOT NULL DEFAULT '',
    created_at          DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at          DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT filed_reports_version UNIQUE (report_id, version, kind),
    INDEX filed_reports_waiting (filed_at, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
