-- Devices that the administrator named, and others that were heard and wait for a name.
CREATE TABLE devices (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ae_title     VARCHAR(16)  NOT NULL COLLATE utf8mb4_bin,
    is_known     BOOLEAN      NOT NULL,
    name         VARCHAR(100) NOT NULL DEFAULT '',
    host         VARCHAR(253) NOT NULL DEFAULT '',
    port         INT          NULL,
    may_store    BOOLEAN      NOT NULL DEFAULT TRUE,
    may_query    BOOLEAN      NOT NULL DEFAULT FALSE,
    may_retrieve BOOLEAN      NOT NULL DEFAULT FALSE,
    may_worklist BOOLEAN      NOT NULL DEFAULT FALSE,
    last_seen    DATETIME(3)  NULL,
    last_address VARCHAR(45)  NOT NULL DEFAULT '',
    created_at   DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at   DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT devices_ae_title UNIQUE (ae_title)
);
