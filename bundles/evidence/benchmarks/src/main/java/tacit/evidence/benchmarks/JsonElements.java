package tacit.evidence.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;

/**
 * Hands over the elements of one big JSON array or map one by one, so that no file need fit into memory and a bad element
 * costs no other. Confined to one thread.
 *
 * <p>The file is cut where a comma stands outside of strings and brackets, before anything is parsed: the neighbours of an
 * element that no parser takes are still found.
 */
final class JsonElements {

    /** Takes one element; throws {@link BadRunException} when it is not as the format has it. */
    interface Visitor {

        void visit(String place, JsonNode element);
    }

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int LONGEST_KEY = 64;

    private final InputStream content;
    private final TraceSink sink;
    private final Visitor visitor;
    private final int largest;
    private final ByteArrayOutputStream element = new ByteArrayOutputStream();
    private boolean map;
    private boolean inString;
    private boolean escaped;
    private boolean tooLarge;
    private int depth;
    private int colon;
    private int count;

    private JsonElements(InputStream content, TraceSink sink, Visitor visitor, int largest) {
        this.largest = largest;
        this.content = content;
        this.sink = sink;
        this.visitor = visitor;
    }

    static void read(TraceFile file, TraceSink sink, Visitor visitor) throws IOException {
        read(file, sink, visitor, LARGEST);
    }

    static void read(TraceFile file, TraceSink sink, Visitor visitor, int largest) throws IOException {
        try (InputStream content = new BufferedInputStream(file.open())) {
            new JsonElements(content, sink, visitor, largest).read();
        }
    }

    private void read() throws IOException {
        int first = nextVisible();
        if (first != '[' && first != '{') {
            sink.refuse("beginning", "Must be a JSON array or object");
            return;
        }
        map = first == '{';
        begin();
        boolean open = true;
        while (open) {
            int next = content.read();
            if (next < 0) {
                sink.refuse(place(), "Is cut off: the file ends before its closing bracket");
                return;
            }
            open = take((byte) next);
        }
        if (nextVisible() >= 0) {
            sink.refuse("end", "Holds more behind its closing bracket, which is not read");
        }
    }

    /** Answers whether the container is still open. */
    private boolean take(byte next) {
        if (inString) {
            takeInString(next);
            return true;
        }
        boolean closes = next == ']' || next == '}';
        if (depth == 0 && (closes || next == ',')) {
            finish(closes);
            return !closes;
        }
        if (next == '[' || next == '{') {
            depth++;
        } else if (closes) {
            depth--;
        } else if (next == '"') {
            inString = true;
        } else if (next == ':' && depth == 0 && colon < 0) {
            colon = element.size();
        }
        keep(next);
        return true;
    }

    private void takeInString(byte next) {
        if (escaped) {
            escaped = false;
        } else if (next == '\\') {
            escaped = true;
        } else if (next == '"') {
            inString = false;
        }
        keep(next);
    }

    private void keep(byte next) {
        if (element.size() < largest) {
            element.write(next);
        } else {
            tooLarge = true;
        }
    }

    private void finish(boolean last) {
        byte[] bytes = element.toByteArray();
        if (tooLarge) {
            sink.refuse(place(), "Is larger than " + largest + " bytes");
        } else if (isBlank(bytes)) {
            if (!last || count > 1) {
                sink.refuse(place(), "Is empty");
            }
        } else {
            visit(bytes);
        }
        begin();
    }

    private void visit(byte[] bytes) {
        String place = place();
        try {
            int start = 0;
            if (map) {
                place = "key " + key(bytes);
                start = colon + 1;
            }
            byte[] value = start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length);
            visitor.visit(place, Json.parse(value, value.length));
        } catch (BadRunException e) {
            sink.refuse(place, String.valueOf(e.getMessage()));
        }
    }

    private String key(byte[] bytes) {
        if (colon < 0) {
            throw new BadRunException("Must be a key with a value");
        }
        JsonNode key = Json.parse(bytes, colon);
        if (!key.isTextual()) {
            throw new BadRunException("Its key must be text, got " + Json.kind(key));
        }
        return key.textValue()
                .substring(0, Math.min(LONGEST_KEY, key.textValue().length()));
    }

    private String place() {
        return "element " + count;
    }

    private void begin() {
        element.reset();
        inString = false;
        escaped = false;
        tooLarge = false;
        depth = 0;
        colon = -1;
        count++;
    }

    private int nextVisible() throws IOException {
        int next = content.read();
        while (next >= 0 && next <= ' ') {
            next = content.read();
        }
        return next;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
    }
}
