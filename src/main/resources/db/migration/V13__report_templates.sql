-- Templates that the administrator made or changed; those of the program itself come with it and are hidden by a row here.
CREATE TABLE report_templates (
    id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    template_key  VARCHAR(64) NOT NULL COLLATE ascii_bin,
    template_data JSON        NOT NULL,
    modified_by   BIGINT      NOT NULL,
    created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT report_templates_key UNIQUE (template_key)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Short words that expand to text while somebody writes.
CREATE TABLE report_snippets (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- user, or 0 for everybody
    owner_id   BIGINT      NOT NULL,
    shortcut   VARCHAR(40) NOT NULL COLLATE utf8mb4_bin,
    text       TEXT        NOT NULL,
    created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    CONSTRAINT report_snippets_shortcut UNIQUE (owner_id, shortcut)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO report_snippets (owner_id, shortcut, text) VALUES
    (0, '.normabd', 'Liver, gallbladder, bile ducts, pancreas, spleen, adrenal glands and kidneys without abnormality. No free fluid. No enlarged lymph nodes.'),
    (0, '.normchest', 'Lungs clear. No pleural effusion. No pneumothorax. Heart and mediastinum of normal size and contour.'),
    (0, '.normbrain', 'No intracranial haemorrhage, mass effect or midline shift. Ventricles and sulci appropriate for age.'),
    (0, '.nocomp', 'No previous examination is available for comparison.'),
    (0, '.limited', 'The examination is limited by patient movement.'),
    (0, '.informed', 'The findings were communicated to the referring physician by telephone.');
