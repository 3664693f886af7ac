CREATE TABLE workspace_folders (
    workspace_id VARCHAR(200) NOT NULL,
    folder TEXT NOT NULL,
    folder_key VARCHAR(64) NOT NULL,
    PRIMARY KEY (workspace_id)
);

CREATE UNIQUE INDEX workspace_folders_by_folder ON workspace_folders (folder_key);
