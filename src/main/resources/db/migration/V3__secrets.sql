-- Passwords and tokens of other systems, encrypted by a key that is not in the database (config/secret.key).
CREATE TABLE secrets (
    name       VARCHAR(100)    NOT NULL COLLATE ascii_bin PRIMARY KEY,
    value      VARBINARY(8192) NOT NULL,
    updated_at DATETIME(3)     NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
);
