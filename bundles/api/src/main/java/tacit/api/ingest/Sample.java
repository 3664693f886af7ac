package tacit.api.ingest;

import java.util.Objects;

/**
 * The beginning of a file, unpacked. Immutable.
 *
 * @param fileName the name without folders and without {@code .gz}
 * @param head up to 65,536 characters from its beginning
 * @param complete whether {@code head} is the whole file
 */
public record Sample(String fileName, String head, boolean complete) {

    public Sample {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(head, "head");
    }
}
