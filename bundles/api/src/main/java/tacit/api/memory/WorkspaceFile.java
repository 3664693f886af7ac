package tacit.api.memory;

import java.time.Instant;
import java.util.Objects;

/**
 * A text file of a workspace's folder as it was read. Immutable.
 *
 * @param path below the folder, with slashes
 * @param text its begin, as UTF-8; what is no UTF-8 becomes U+FFFD
 * @param size its whole size in bytes
 * @param modifiedAt when it was last changed
 * @param sha256 of the whole file
 * @param whole whether the text is all of it
 */
public record WorkspaceFile(String path, String text, long size, Instant modifiedAt, String sha256, boolean whole) {

    public WorkspaceFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(modifiedAt, "modifiedAt");
        Objects.requireNonNull(sha256, "sha256");
    }
}
