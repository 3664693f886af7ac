package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;

/** Hands over a file of JSON objects line by line; a bad line is refused and costs no other. Confined to one thread. */
final class JsonLines {

    /** Takes one line; throws {@link BadLineException} when it is not as the format has it. */
    interface Visitor {

        void visit(String place, JsonNode line);
    }

    private static final int LARGEST = 64 * 1024 * 1024;

    private final TraceSink sink;
    private final Visitor visitor;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number = 1;
    private boolean tooLarge;

    private JsonLines(TraceSink sink, Visitor visitor) {
        this.sink = sink;
        this.visitor = visitor;
    }

    static void read(TraceFile file, TraceSink sink, Visitor visitor) throws IOException {
        JsonLines lines = new JsonLines(sink, visitor);
        try (InputStream content = new BufferedInputStream(file.open())) {
            int next = content.read();
            while (next >= 0) {
                lines.take((byte) next);
                next = content.read();
            }
            lines.finish(true);
        }
    }

    private void take(byte next) {
        if (next == '\n') {
            finish(false);
        } else if (line.size() < LARGEST) {
            line.write(next);
        } else {
            tooLarge = true;
        }
    }

    private void finish(boolean last) {
        byte[] bytes = line.toByteArray();
        String place = "line " + number;
        if (tooLarge) {
            sink.refuse(place, "Is larger than " + LARGEST + " bytes");
        } else if (!isBlank(bytes)) {
            visit(place, bytes, last);
        }
        line.reset();
        tooLarge = false;
        number++;
    }

    private void visit(String place, byte[] bytes, boolean last) {
        try {
            JsonNode node = Json.parse(bytes);
            if (!node.isObject()) {
                throw new BadLineException("Must be a JSON object, got " + Json.kind(node));
            }
            visitor.visit(place, node);
        } catch (BadLineException e) {
            String cutOff =
                    last && String.valueOf(e.getMessage()).startsWith("Is no valid JSON") ? ": it may be cut off" : "";
            sink.refuse(place, e.getMessage() + cutOff);
        }
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
