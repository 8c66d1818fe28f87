CREATE TABLE users (
    id                   BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    username             VARCHAR(100) NOT NULL,
    password_hash        VARCHAR(100) NOT NULL,
    full_name            VARCHAR(200) NOT NULL,
    email                VARCHAR(254) NULL,
    role                 VARCHAR(20)  NOT NULL,
    is_active            BOOLEAN      NOT NULL DEFAULT TRUE,
    must_change_password BOOLEAN      NOT NULL DEFAULT FALSE,
    last_login           DATETIME(3)  NULL,
    created_at           DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at           DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT users_username UNIQUE (username),
    CONSTRAINT users_email UNIQUE (email)
);

-- Rows outlive their user, so user_id has no foreign key and the name is kept beside it.
CREATE TABLE audit_logs (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    created_at    DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    user_id       BIGINT       NULL,
    username      VARCHAR(100) NOT NULL,
    action        VARCHAR(40)  NOT NULL,
    resource_type VARCHAR(40)  NOT NULL,
    resource_id   VARCHAR(512) NOT NULL,
    result        VARCHAR(20)  NOT NULL,
    ip_address    VARCHAR(45)  NOT NULL,
    user_agent    VARCHAR(300) NOT NULL,
    INDEX audit_logs_time (created_at),
    INDEX audit_logs_user (user_id, created_at),
    INDEX audit_logs_resource (resource_id(64), created_at)
);
