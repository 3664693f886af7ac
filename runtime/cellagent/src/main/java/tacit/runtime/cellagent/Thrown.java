package tacit.runtime.cellagent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells recorded answers from recorded exceptions. */
final class Thrown {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String BEGIN = "{\"thrown\":";
    private static final Pattern CLASS = Pattern.compile("^([\\w.$]+)(?:: (.*))?$", Pattern.DOTALL);

    private Thrown() {}

    static boolean is(String output) {
        return output.startsWith(BEGIN);
    }

    /** What was thrown, as a person reads it. */
    static String text(String output) {
        try (JsonParser parser = JSON.createParser(output)) {
            parser.nextToken();
            parser.nextToken();
            return String.valueOf(parser.nextTextValue());
        } catch (IOException malformed) {
            throw new IllegalArgumentException("output must be JSON, got '" + output + "'", malformed);
        }
    }

    /** An exception of the recorded class where that is one of the platform, so that the candidate catches what it caught. */
    static RuntimeException rebuilt(String output) {
        String text = text(output);
        Matcher parts = CLASS.matcher(text);
        if (!parts.matches()) {
            return new IllegalStateException(text);
        }
        String message = parts.group(2) == null ? "" : parts.group(2);
        try {
            return Class.forName(parts.group(1))
                    .asSubclass(RuntimeException.class)
                    .getConstructor(String.class)
                    .newInstance(message);
        } catch (ReflectiveOperationException | ClassCastException foreign) {
            return new IllegalStateException(text, foreign);
        }
    }
}
