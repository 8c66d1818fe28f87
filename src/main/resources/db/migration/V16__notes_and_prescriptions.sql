-- What people note on a study, one of its series or one of its instances. Deleted rows stay.
CREATE TABLE clinical_notes (
    id                  BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    study_instance_uid  VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    series_instance_uid VARCHAR(64)  NULL COLLATE ascii_bin,
    sop_instance_uid    VARCHAR(64)  NULL COLLATE ascii_bin,
    note_text           TEXT         NOT NULL,
    note_category       VARCHAR(20)  NOT NULL COLLATE ascii_bin,
    version             INT          NOT NULL DEFAULT 1,
    created_by          BIGINT       NOT NULL,
    modified_by         BIGINT       NOT NULL,
    deleted_at          DATETIME(3)  NULL,
    created_at          DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at          DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    INDEX clinical_notes_study (study_instance_uid, id),
    INDEX clinical_notes_series (series_instance_uid, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Medicines for a patient. A prescription never changes; a wrong one is withdrawn and stays to be seen.
CREATE TABLE prescriptions (
    id                 BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    study_instance_uid VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    -- Patient ID (0010,0020) of the study when it was written; empty where the study has none
    patient_identifier VARCHAR(64)   NOT NULL,
    prescription_data  JSON          NOT NULL,
    prescribed_by      BIGINT        NOT NULL,
    withdrawn_at       DATETIME(3)   NULL,
    withdrawn_by       BIGINT        NULL,
    withdrawn_reason   VARCHAR(1000) NOT NULL DEFAULT '',
    created_at         DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at         DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    INDEX prescriptions_study (study_instance_uid, id),
    INDEX prescriptions_patient (patient_identifier, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
