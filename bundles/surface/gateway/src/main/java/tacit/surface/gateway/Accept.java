package tacit.surface.gateway;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the header Accept. */
final class Accept {

    private Accept() {}

    /** Whether a caller takes this media type; one that says nothing takes all. */
    static boolean takes(@Nullable String header, String contentType) {
        if (header == null || header.isBlank()) {
            return true;
        }
        String type = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        String family = type.substring(0, type.indexOf('/') + 1) + "*";
        return Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                .filter(range -> !range.replace(" ", "").matches(".*;q=0(\\.0*)?(;.*)?"))
                .map(range -> range.split(";", 2)[0].trim())
                .anyMatch(range -> range.equals("*/*") || range.equals(family) || range.equals(type));
    }
}
