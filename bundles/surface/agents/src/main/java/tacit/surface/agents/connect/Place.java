package tacit.surface.agents.connect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A settings file that we wrote to. Immutable.
 *
 * @param path the file as the user knows it; absolute
 * @param before its bytes before, in Base64; null where there was no file, or nobody knows them
 * @param existed whether there was a file
 * @param hash of the bytes that we left there, SHA-256 in hex
 * @param folders those that we made for it, the innermost first
 * @param written what of it is ours
 */
record Place(
        String path, @Nullable String before, boolean existed, String hash, List<String> folders, Written written) {

    Place {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(written, "written");
        folders = List.copyOf(folders);
    }
}
