package tacit.surface.agents.text;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A TOML text with at most one block of ours at its beginning, where keys of the whole file must stand. Immutable. */
public final class TomlText {

    /** The first line of the block. */
    public static final String BEGIN = "# >>> tacit: written by 'tacit connect', removed by 'tacit disconnect'";

    /** The last line of the block. */
    public static final String END = "# <<< tacit";

    private final String text;
    private final JsonNode node;

    private TomlText(String text, JsonNode node) {
        this.text = text;
        this.node = node;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException where it is no TOML, with line and column
     */
    public static TomlText of(String text) {
        try {
            return new TomlText(text, new TomlMapper().readTree(text));
        } catch (JsonProcessingException malformed) {
            JsonLocation place = malformed.getLocation();
            String where = place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
            throw new IllegalArgumentException(where + malformed.getOriginalMessage(), malformed);
        }
    }

    /** What the text says. */
    public JsonNode node() {
        return node;
    }

    /** The block as it stands there, without the line end behind it; null where there is none, or no end of it. */
    public @Nullable String block() {
        int begin = text.indexOf(BEGIN);
        int end = begin < 0 ? -1 : text.indexOf(END, begin);
        return end < 0 ? null : text.substring(begin, end + END.length());
    }

    /** The same text with a block at its beginning. */
    public TomlText with(List<String> lines) {
        return of(written(lines) + newline() + text);
    }

    /** The same text without its block. */
    public TomlText withoutBlock() {
        String block = block();
        if (block == null) {
            return this;
        }
        int begin = text.indexOf(block);
        int end = begin + block.length();
        if (text.startsWith("\r\n", end)) {
            end += 2;
        } else if (text.startsWith("\n", end)) {
            end += 1;
        }
        return of(text.substring(0, begin) + text.substring(end));
    }

    /** Lines as a block. */
    public String written(List<String> lines) {
        return BEGIN + newline() + String.join(newline(), lines) + newline() + END;
    }

    private String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** A text as a TOML string. */
    public static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (point < ' ' || point == 127) {
                quoted.append(String.format("\\u%04X", point));
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
