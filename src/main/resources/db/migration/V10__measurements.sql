-- What was measured or marked on images. Deleted rows stay, so that a deletion can be taken back and accounted for.
CREATE TABLE measurements (
    id                  BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- made by whoever drew it: the same request sent twice adds one row
    client_key          CHAR(36)    NOT NULL COLLATE ascii_bin,
    study_instance_uid  VARCHAR(64) NOT NULL COLLATE ascii_bin,
    series_instance_uid VARCHAR(64) NOT NULL COLLATE ascii_bin,
    sop_instance_uid    VARCHAR(64) NOT NULL COLLATE ascii_bin,
    frame               INT         NOT NULL,
    measurement_type    VARCHAR(20) NOT NULL COLLATE ascii_bin,
    measurement_data    JSON        NOT NULL,
    version             INT         NOT NULL DEFAULT 1,
    created_by          BIGINT      NOT NULL,
    modified_by         BIGINT      NOT NULL,
    deleted_at          DATETIME(3) NULL,
    created_at          DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at          DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT measurements_client_key UNIQUE (client_key),
    INDEX measurements_study (study_instance_uid, id),
    INDEX measurements_series (series_instance_uid, id)
);
