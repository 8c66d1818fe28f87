-- Studies that are to leave the appliance: sent to a device, or made into a file to be fetched. Each waits for its turn.
CREATE TABLE study_transfers (
    id                 BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind               VARCHAR(10)   NOT NULL COLLATE ascii_bin,
    state              VARCHAR(10)   NOT NULL COLLATE ascii_bin,
    study_instance_uid VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    device_id          BIGINT        NULL,
    -- AE title of the device, which may be gone by now, or name of the file
    target             VARCHAR(200)  NOT NULL,
    requested_by       VARCHAR(100)  NOT NULL,
    total              INT           NOT NULL DEFAULT 0,
    done               INT           NOT NULL DEFAULT 0,
    attempts           INT           NOT NULL DEFAULT 0,
    message            VARCHAR(1000) NOT NULL DEFAULT '',
    expires_at         DATETIME(3)   NULL,
    created_at         DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at         DATETIME(3)   NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    INDEX study_transfers_waiting (kind, state, id)
);

-- Objects that a device acknowledged: never sent twice for one request.
CREATE TABLE study_transfer_objects (
    transfer_id      BIGINT      NOT NULL,
    sop_instance_uid VARCHAR(64) NOT NULL COLLATE ascii_bin,
    PRIMARY KEY (transfer_id, sop_instance_uid),
    CONSTRAINT study_transfer_object FOREIGN KEY (transfer_id) REFERENCES study_transfers (id) ON DELETE CASCADE
);
