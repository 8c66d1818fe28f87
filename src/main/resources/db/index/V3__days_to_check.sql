-- Days whose files are being exchanged for other versions: beyond those since checked_through, the next start looks at
-- them as well. Belongs to this index and not to the files, so that a rebuild leaves it alone.
CREATE TABLE day_to_check (
    day DATE NOT NULL PRIMARY KEY
);
