package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A note of a vault. Immutable.
 *
 * @param path below the vault, such as {@code concepts/caching.md}
 * @param title its heading
 * @param type such as {@code concept}, {@code entity}, {@code query}
 * @param status such as {@code draft}, {@code active}, {@code archived}
 * @param tags words to find it by
 * @param sources the kept sources that it rests on, by their path below the vault
 * @param created the day, such as {@code 2026-03-01}; null when it does not say
 * @param updated the day; null when it does not say
 * @param body its text without front matter, with links such as {@code [[caching]]}
 */
public record WikiPage(
        String path,
        String title,
        String type,
        String status,
        List<String> tags,
        List<String> sources,
        @Nullable String created,
        @Nullable String updated,
        String body) {

    public WikiPage {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(body, "body");
        tags = List.copyOf(tags);
        sources = List.copyOf(sources);
    }
}
