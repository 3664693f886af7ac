package tacit.evidence.ingest;

import java.io.IOException;

/** Says in words for the operator why a file is not read, or not read further. */
final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }
}
