CREATE TABLE quarantine (
    id                 BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    created_at         DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    sop_instance_uid   VARCHAR(64)  NOT NULL,
    study_instance_uid VARCHAR(64)  NOT NULL,
    file_name          VARCHAR(120) NOT NULL,
    stored_path        VARCHAR(255) NOT NULL,
    sender             VARCHAR(100) NOT NULL,
    address            VARCHAR(45)  NOT NULL,
    CONSTRAINT quarantine_file UNIQUE (file_name)
);
