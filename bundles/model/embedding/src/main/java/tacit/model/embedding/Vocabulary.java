package tacit.model.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pieces that a model knows, by number. Immutable. */
final class Vocabulary {

    private static final int EXPECTED = 1 << 16;

    private final Map<String, Integer> numbers;

    Vocabulary(Map<String, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
    }

    /** Reads the {@code vocab} object of a tokenizer's JSON file. */
    static Vocabulary read(InputStream json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.currentName().equals("vocab")) {
                    return new Vocabulary(pieces(parser));
                }
            }
        }
        throw new IOException("the tokenizer has no vocabulary");
    }

    private static Map<String, Integer> pieces(JsonParser parser) throws IOException {
        Map<String, Integer> pieces = new HashMap<>(EXPECTED);
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String piece = parser.currentName();
            parser.nextToken();
            pieces.put(piece, parser.getIntValue());
        }
        return pieces;
    }

    @Nullable
    Integer find(String piece) {
        return numbers.get(piece);
    }

    /** The number of a piece that every vocabulary of this kind has. */
    int number(String piece) {
        Integer number = numbers.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("vocabulary must have '" + piece + "'");
        }
        return number;
    }
}
