package tacit.api.memory;

import java.util.Objects;

/**
 * A note or a source of a vault that was found. Immutable.
 *
 * @param path below the vault
 * @param title its heading
 * @param score the more the better
 * @param snippet a part of it with a word that was looked for
 */
public record WikiHit(String path, String title, double score, String snippet) {

    public WikiHit {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(snippet, "snippet");
    }
}
