-- What happened to studies, in order; the newest are kept so that lists, viewers and other programs can follow.
CREATE TABLE study_change (
    sequence  BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    study_uid VARCHAR(64) NOT NULL COLLATE ascii_bin,
    kind      VARCHAR(10) NOT NULL
);

-- Numbers begin at the clock, so that those of a lost and rebuilt index are never given out again. The first row is no
-- change: it marks where following can begin.
EXECUTE IMMEDIATE CONCAT('ALTER TABLE study_change AUTO_INCREMENT = ', FLOOR(UNIX_TIMESTAMP(NOW(3)) * 1000));
INSERT INTO study_change (study_uid, kind) VALUES ('', 'BEGIN');
