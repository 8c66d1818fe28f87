CREATE TABLE user_preferences (
    id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id          BIGINT       NOT NULL,
    preference_key   VARCHAR(100) NOT NULL COLLATE ascii_bin,
    preference_value JSON         NOT NULL,
    created_at       DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at       DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT user_preferences_key UNIQUE (user_id, preference_key),
    INDEX user_preferences_age (user_id, updated_at),
    CONSTRAINT user_preferences_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
