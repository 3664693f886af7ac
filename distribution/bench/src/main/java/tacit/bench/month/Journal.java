package tacit.bench.month;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import tacit.api.execute.Execution;

/** The world's own notes, which a kill of the host does not take away: work, and how far time has gone. Confined to one thread. */
final class Journal {

    private static final String STEP = "step ";
    private static final String WORK = "work ";
    private static final String TOLD = "told ";
    private static final String LOST = "lost ";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new Text<>(Instant.class, Instant::parse))
                    .addDeserializer(Duration.class, new Text<>(Duration.class, Duration::parse)))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Reads what was written as a text. */
    private static final class Text<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return parse.apply(value);
        }
    }

    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records can always be written as JSON", e);
        }
    }

    void write(Execution execution) {
        line(WORK + json(execution));
    }

    /** A step was done whole. */
    void done(int step) {
        line(STEP + step);
    }

    /** What is told within a step was acknowledged. */
    void told(int step) {
        line(TOLD + step);
    }

    /** So many signals that were acknowledged were not there after a stop. */
    void lost(long signals) {
        line(LOST + signals);
    }

    private void line(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole lines; a kill may have cut the last one. */
    private List<String> lines() {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            int end = text.lastIndexOf('\n');
            return end < 0 ? List.of() : text.substring(0, end).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IntStream numbers(String kind) {
        return lines().stream()
                .filter(line -> line.startsWith(kind))
                .mapToInt(line -> Integer.parseInt(line.substring(kind.length())));
    }

    /** The first step that was not done whole. */
    int next() {
        return numbers(STEP).max().orElse(-1) + 1;
    }

    /** The last step whose signals were acknowledged; -1 for none. */
    int lastTold() {
        return numbers(TOLD).max().orElse(-1);
    }

    /** How often it was looked for signals after a stop. */
    long looks() {
        return numbers(LOST).count();
    }

    /** How many signals were lost over all stops. */
    long lost() {
        return numbers(LOST).sum();
    }

    List<Execution> executions() {
        List<Execution> all = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith(WORK)) {
                try {
                    all.add(JSON.readValue(line.substring(WORK.length()), Execution.class));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("Cannot read the journal: " + e.getOriginalMessage(), e);
                }
            }
        }
        return all;
    }
}
