package tacit.surface.proxy.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Optional;

/** Puts a context behind the caller's own instructions. Pure functions. */
public final class Injection {

    private Injection() {}

    /**
     * Where a context goes, and in which form; empty where the request has no place for one.
     *
     * @param text what shall be told to the model
     */
    public static Optional<List<Splice>> of(Wire wire, RequestScan scan, String text) {
        String quoted = '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
        return switch (wire) {
            case CHAT -> message(scan, quoted);
            case MESSAGES -> block(scan, quoted);
            case RESPONSES -> instructions(scan, quoted);
            case EMBEDDINGS, OPENAI_MODELS, ANTHROPIC_MODELS, COUNT_TOKENS -> Optional.empty();
        };
    }

    private static Optional<List<Splice>> message(RequestScan scan, String quoted) {
        List<Said> messages = scan.messages();
        if (messages.isEmpty() || scan.isTwice("messages")) {
            return Optional.empty();
        }
        int own = 0;
        while (own < messages.size() && messages.get(own).isInstruction()) {
            own++;
        }
        String role = own > 0 && messages.get(own - 1).role().equals("developer") ? "developer" : "system";
        String message = "{\"role\":\"" + role + "\",\"content\":" + quoted + "}";
        return Optional.of(List.of(
                own == messages.size()
                        ? new Splice(messages.get(own - 1).end(), "," + message)
                        : new Splice(messages.get(own).begin(), message + ",")));
    }

    private static Optional<List<Splice>> block(RequestScan scan, String quoted) {
        String block = "{\"type\":\"text\",\"text\":" + quoted + "}";
        Field system = scan.field("system");
        if (scan.isTwice("system")) {
            return Optional.empty();
        }
        if (system == null) {
            return Optional.of(List.of(first(scan, "\"system\":[" + block + "]")));
        }
        return switch (system.shape()) {
            case ARRAY -> Optional.of(List.of(new Splice(system.behind(), (system.empty() ? "" : ",") + block)));
            // An empty text would be refused as a block
            case TEXT ->
                system.empty()
                        ? Optional.empty()
                        : Optional.of(List.of(
                                new Splice(system.begin(), "[{\"type\":\"text\",\"text\":"),
                                new Splice(system.end(), "}," + block + "]")));
            case OTHER -> Optional.empty();
        };
    }

    private static Optional<List<Splice>> instructions(RequestScan scan, String quoted) {
        Field own = scan.field("instructions");
        if (scan.isTwice("instructions")) {
            return Optional.empty();
        }
        if (own == null) {
            return Optional.of(List.of(first(scan, "\"instructions\":" + quoted)));
        }
        if (own.shape() != Field.Shape.TEXT) {
            return Optional.empty();
        }
        String text = quoted.substring(1, quoted.length() - 1);
        return Optional.of(List.of(new Splice(own.end() - 1, (own.empty() ? "" : "\\n\\n") + text)));
    }

    private static Splice first(RequestScan scan, String field) {
        return new Splice(scan.open(), field + (scan.isEmpty() ? "" : ","));
    }
}
