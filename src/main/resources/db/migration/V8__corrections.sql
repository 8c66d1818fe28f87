-- Corrections of studies that were asked for; the files themselves tell what was done. Values are JSON by DICOM keyword.
CREATE TABLE corrections (
    id                 BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    created_at         DATETIME(6)  NOT NULL,
    updated_at         DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    study_instance_uid VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    requested_by       VARCHAR(100) NOT NULL,
    old_values         TEXT         NOT NULL,
    new_values         TEXT         NOT NULL,
    state              VARCHAR(20)  NOT NULL COLLATE ascii_bin,
    message            VARCHAR(1000) NOT NULL DEFAULT '',
    -- how many objects the study had when it was last applied
    objects            INT          NOT NULL DEFAULT 0,
    INDEX corrections_study (study_instance_uid, id),
    INDEX corrections_state (state)
);
