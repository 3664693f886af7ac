package tacit.runtime.backup;

/** Says why a file is no copy that can be put back; nothing was changed. */
final class BadBackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadBackupException(String reason) {
        super(reason);
    }
}
