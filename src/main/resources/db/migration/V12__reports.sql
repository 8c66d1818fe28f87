-- Reports of studies as they are now; report_versions keeps each state they ever had. Deleted rows stay.
CREATE TABLE medical_reports (
    id                     BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- made by whoever writes it: the same request sent twice adds one report
    client_key             CHAR(36)     NOT NULL COLLATE ascii_bin,
    study_instance_uid     VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    -- when the images were made, as far as they say; turnaround is counted from it
    study_at               DATETIME(3)  NULL,
    report_type            VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    title                  VARCHAR(200) NOT NULL,
    indication             MEDIUMTEXT   NOT NULL,
    technique              MEDIUMTEXT   NOT NULL,
    findings               MEDIUMTEXT   NOT NULL,
    impression             MEDIUMTEXT   NOT NULL,
    structured_fields      JSON         NOT NULL,
    key_images             JSON         NOT NULL,
    reporting_physician_id BIGINT       NULL,
    status                 VARCHAR(10)  NOT NULL COLLATE ascii_bin,
    version                INT          NOT NULL,
    -- why the newest version was made; only amendments and deletions need a reason
    reason                 VARCHAR(1000) NOT NULL DEFAULT '',
    created_by             BIGINT       NOT NULL,
    modified_by            BIGINT       NOT NULL,
    modified_at            DATETIME(3)  NOT NULL,
    signed_by              BIGINT       NULL,
    signed_at              DATETIME(3)  NULL,
    -- name and function as they stand under the text, whatever the user is called later
    signature_line         VARCHAR(300) NOT NULL DEFAULT '',
    first_signed_at        DATETIME(3)  NULL,
    deleted_at             DATETIME(3)  NULL,
    deleted_by             BIGINT       NULL,
    created_at             DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at             DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT medical_reports_client_key UNIQUE (client_key),
    INDEX medical_reports_study (study_instance_uid, id),
    INDEX medical_reports_newest (modified_at, id),
    INDEX medical_reports_signed (first_signed_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE report_versions (
    id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    report_id   BIGINT        NOT NULL,
    version     INT           NOT NULL,
    -- the whole report as it was
    report_data JSON          NOT NULL,
    modified_by BIGINT        NOT NULL,
    modified_at DATETIME(3)   NOT NULL,
    reason      VARCHAR(1000) NOT NULL DEFAULT '',
    created_at  DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    CONSTRAINT report_versions_number UNIQUE (report_id, version),
    CONSTRAINT report_versions_report FOREIGN KEY (report_id) REFERENCES medical_reports (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What somebody has typed and not yet saved.
CREATE TABLE report_working_copies (
    report_id        BIGINT      NOT NULL,
    user_id          BIGINT      NOT NULL,
    based_on_version INT         NOT NULL,
    -- counts the writes, so that two windows of one user do not write over each other
    revision         INT         NOT NULL,
    content          JSON        NOT NULL,
    saved_at         DATETIME(3) NOT NULL,
    PRIMARY KEY (report_id, user_id),
    INDEX report_working_copies_user (user_id),
    CONSTRAINT report_working_copies_report FOREIGN KEY (report_id) REFERENCES medical_reports (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Who is to read a study, and whether it cannot wait.
CREATE TABLE study_reading (
    study_instance_uid VARCHAR(64) NOT NULL COLLATE ascii_bin PRIMARY KEY,
    assigned_to        BIGINT      NULL,
    urgent             BOOLEAN     NOT NULL DEFAULT FALSE,
    modified_by        BIGINT      NOT NULL,
    created_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    INDEX study_reading_assigned (assigned_to)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
