-- Google Drive as a place of the backups, beside the folder or in its stead.
ALTER TABLE backup_configuration
    ADD COLUMN is_drive_used BOOLEAN      NOT NULL DEFAULT FALSE AFTER folder,
    ADD COLUMN drive_folder  VARCHAR(200) NOT NULL DEFAULT 'DICOM_Viewer_Backups' AFTER is_drive_used,
    -- since when backups are expected at each of them
    ADD COLUMN folder_since  DATETIME(3)  NULL AFTER configured_at,
    ADD COLUMN drive_since   DATETIME(3)  NULL AFTER folder_since;
UPDATE backup_configuration SET folder_since = configured_at;

-- The clinic's own client at Google, and the account that it may write to; one row. The secrets of both are in secrets.
CREATE TABLE google_account (
    id           TINYINT       NOT NULL PRIMARY KEY CHECK (id = 1),
    client_id    VARCHAR(200)  NOT NULL DEFAULT '',
    -- as Google calls it, usually an e-mail address
    account      VARCHAR(320)  NOT NULL DEFAULT '',
    connected_at DATETIME(3)   NULL,
    -- when Google refused the connection, until somebody connects again
    withdrawn_at DATETIME(3)   NULL,
    created_at   DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at   DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
INSERT INTO google_account (id) VALUES (1);
