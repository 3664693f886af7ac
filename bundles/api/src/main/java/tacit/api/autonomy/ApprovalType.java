package tacit.api.autonomy;

/** Kinds of acts that may need somebody's word. */
public enum ApprovalType {
    RUN_COMMAND,
    EXTERNAL_SERVICE,
    NETWORK_ACCESS,
    DATA_EXPORT,
    COMPUTER_USE,
    DELETE_FILE,
    DELETE_MULTIPLE,
    BULK_RENAME,
    /** To read. */
    READ,
    /** To write within the workspace. */
    WRITE,
    /** To know where somebody is; always asked, never kept. */
    LOCATION,
    /** To start a task, a runbook or a schedule. */
    DISPATCH,
    /** To show a suggestion or a notice. */
    NOTIFY,
    /** To change code through a task. */
    CODE_CHANGE
}
