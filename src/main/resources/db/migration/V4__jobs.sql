CREATE TABLE jobs (
    id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind         VARCHAR(40)   NOT NULL COLLATE ascii_bin,
    state        VARCHAR(20)   NOT NULL COLLATE ascii_bin,
    started_by   VARCHAR(100)  NOT NULL,
    attempt      INT           NOT NULL DEFAULT 0,
    total        BIGINT        NOT NULL DEFAULT 0,
    done         BIGINT        NOT NULL DEFAULT 0,
    bytes        BIGINT        NOT NULL DEFAULT 0,
    current_item VARCHAR(512)  NOT NULL DEFAULT '',
    note         VARCHAR(1000) NOT NULL DEFAULT '',
    message      VARCHAR(2000) NOT NULL DEFAULT '',
    -- JSON of the job kind, from which an interrupted run goes on
    saved_state  MEDIUMTEXT    NULL,
    created_at   DATETIME(3)   NOT NULL,
    updated_at   DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    started_at   DATETIME(3)   NULL,
    ended_at     DATETIME(3)   NULL,
    INDEX jobs_kind (kind, id),
    INDEX jobs_state (state)
);

-- What a run found wrong, such as damaged files; the first of them, the log has them all.
CREATE TABLE job_findings (
    id      BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    job_id  BIGINT        NOT NULL,
    subject VARCHAR(512)  NOT NULL COLLATE utf8mb4_bin,
    finding VARCHAR(1000) NOT NULL,
    CONSTRAINT job_findings_subject UNIQUE (job_id, subject),
    CONSTRAINT job_findings_job FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
);

CREATE TABLE job_schedules (
    kind       VARCHAR(40) NOT NULL COLLATE ascii_bin PRIMARY KEY,
    is_enabled BOOLEAN     NOT NULL,
    schedule   VARCHAR(60) NOT NULL COLLATE ascii_bin,
    next_run   DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
);
