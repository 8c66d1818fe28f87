-- Packs of images as they lie at the targets of backups; a target is told by its place.
CREATE TABLE image_packs (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    target     VARCHAR(600) NOT NULL COLLATE utf8mb4_bin,
    name       VARCHAR(60)  NOT NULL COLLATE ascii_bin,
    -- length of the file; another length at the target means that it is not this pack any more
    bytes      BIGINT       NOT NULL,
    -- OURS: read back, opens with the key of this appliance's packs; FOREIGN: does not; DAMAGED: was ours
    state      VARCHAR(10)  NOT NULL COLLATE ascii_bin,
    -- when it was last read to its end and every image in it compared
    checked_at DATETIME(3)  NOT NULL,
    created_at DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT image_pack UNIQUE (target, name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Which content lies in which pack that is OURS, by the SHA-256 of the data set.
CREATE TABLE packed_images (
    pack_id BIGINT     NOT NULL,
    sha256  BINARY(32) NOT NULL,
    PRIMARY KEY (sha256, pack_id),
    INDEX packed_images_pack (pack_id),
    CONSTRAINT packed_image_pack FOREIGN KEY (pack_id) REFERENCES image_packs (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Backups, and how many images they stand for. Which packs they need is known here, because an earlier backup may open only
-- with a key that is on paper.
CREATE TABLE images_of_backups (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    target     VARCHAR(600) NOT NULL COLLATE utf8mb4_bin,
    filename   VARCHAR(100) NOT NULL COLLATE ascii_bin,
    images     BIGINT       NOT NULL,
    bytes      BIGINT       NOT NULL,
    created_at DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT images_of_backup UNIQUE (target, filename)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE packs_of_backups (
    backup_id BIGINT      NOT NULL,
    pack      VARCHAR(60) NOT NULL COLLATE ascii_bin,
    PRIMARY KEY (backup_id, pack),
    CONSTRAINT pack_of_backup FOREIGN KEY (backup_id) REFERENCES images_of_backups (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- One row while images of a restored backup are still to be brought back.
CREATE TABLE image_restore (
    id         TINYINT      NOT NULL PRIMARY KEY CHECK (id = 1),
    -- the list of images, in data/restore of the home folder
    index_file VARCHAR(100) NOT NULL COLLATE ascii_bin,
    -- where the backup's file lay
    folder     VARCHAR(600) NOT NULL,
    created_at DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
