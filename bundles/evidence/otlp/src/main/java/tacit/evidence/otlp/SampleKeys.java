package tacit.evidence.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.Sample;
import tacit.evidence.otlp.wire.Json;

/** The names of the fields at the beginning of a JSON file, so that a text that mentions one is not taken for it. */
final class SampleKeys {

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> outermost = new LinkedHashSet<>();

    private SampleKeys() {}

    static SampleKeys of(Sample sample) {
        SampleKeys keys = new SampleKeys();
        String head = sample.head().stripLeading();
        if (!head.startsWith("{") && !head.startsWith("[")) {
            return keys;
        }
        try (JsonParser parser = Json.mapper().createParser(head)) {
            keys.collect(parser);
        } catch (IOException endOfSample) {
            return keys;
        }
        return keys;
    }

    private void collect(JsonParser parser) throws IOException {
        int objects = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            objects += token == JsonToken.START_OBJECT ? 1 : token == JsonToken.END_OBJECT ? -1 : 0;
            if (token == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                if (objects == 1) {
                    outermost.add(parser.currentName());
                }
            }
        }
    }

    boolean has(String name) {
        return names.contains(name);
    }

    boolean firstIs(String name) {
        @Nullable String first = outermost.stream().findFirst().orElse(null);
        return name.equals(first);
    }

    Set<String> outermost() {
        return outermost;
    }
}
