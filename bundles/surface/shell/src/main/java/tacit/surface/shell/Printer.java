package tacit.surface.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.jspecify.annotations.Nullable;

/** Writes answers to the console of a session, as tables or as JSON. */
final class Printer {

    /** The session's variable with the columns of the caller's terminal. */
    static final String WIDTH = "tacit.width";

    private static final int USUAL_WIDTH = 100;

    private final ObjectMapper mapper = new ObjectMapper();
    private final PrintStream out;
    private final Table table;

    Printer(CommandSession session) {
        this.out = session.getConsole();
        this.table = new Table(session.get(WIDTH) instanceof Number width ? width.intValue() : USUAL_WIDTH);
    }

    void print(Rows rows, boolean json) {
        if (json) {
            ObjectNode answer = mapper.createObjectNode();
            answer.put("offset", rows.offset()).put("total", rows.total());
            ArrayNode array = answer.putArray("rows");
            rows.rows().forEach(row -> array.addPOJO(plain(row)));
            out.println(text(answer));
        } else {
            table.lines(rows).forEach(out::println);
        }
    }

    /** Writes one thing: a line for each of its parts. */
    void print(Map<String, @Nullable Object> thing, boolean json) {
        if (json) {
            out.println(text(mapper.valueToTree(plain(thing))));
            return;
        }
        int widest = thing.keySet().stream().mapToInt(String::length).max().orElse(0);
        thing.forEach((name, value) -> {
            if (value != null) {
                out.println(name + " ".repeat(widest - name.length()) + "  " + Table.text(value));
            }
        });
    }

    void line(String text) {
        out.println(text);
    }

    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> plain = Rows.row();
        row.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Instant || value instanceof Enum<?>) {
            return value.toString();
        }
        if (value instanceof Duration duration) {
            return duration.toMillis() / 1000.0;
        }
        return value instanceof List<?> list ? List.copyOf(list) : value;
    }

    private String text(Object json) {
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every answer can be written as JSON", e);
        }
    }
}
