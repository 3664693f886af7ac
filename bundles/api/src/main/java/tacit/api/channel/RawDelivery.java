package tacit.api.channel;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came in, unpacked by the host as far as the transport goes: a body as text, a mail as its readable parts. Immutable.
 *
 * @param headers those that the traits name, by their names in lower case; several values stand on lines of their own
 * @param parts what can be read of it; files of a mail are named and have no text
 * @param receivedAt when it came
 */
public record RawDelivery(SortedMap<String, String> headers, List<Part> parts, Instant receivedAt) {

    /**
     * A piece of it.
     *
     * @param contentType the media type, in lower case and without parameters
     * @param fileName the name of a file; null for what is shown
     * @param text its text; empty for what is no text
     */
    public record Part(String contentType, @Nullable String fileName, String text) {

        public Part {
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(text, "text");
        }
    }

    public RawDelivery {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        parts = List.copyOf(parts);
        Objects.requireNonNull(receivedAt, "receivedAt");
    }

    /** A header that is there and says something. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    /** The first part of a media type that is shown. */
    public Optional<String> text(String contentType) {
        return parts.stream()
                .filter(part -> part.fileName() == null && part.contentType().equals(contentType))
                .map(Part::text)
                .findFirst();
    }
}
