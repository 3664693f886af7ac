package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file after a call read from it. Immutable.
 *
 * @param name the file's name
 * @param batch the file's batch
 * @param bytes its beginning, as far as it was read
 * @param complete whether nothing follows
 * @param failure what the file threw behind these bytes; null when it threw nothing
 */
// never compared
@SuppressWarnings("ArrayRecordComponent")
record FileContent(
        String name,
        String batch,
        byte[] bytes,
        boolean complete,
        @Nullable IOException failure) {

    private static final String WHAT = "name, batch and text or latin1";

    /**
     * Writes it as text where it is UTF-8, else with a character for each byte: so that secrets in it can be seen. What holds
     * NUL bytes is of a kind in which they could not, and is left out.
     */
    void write(Sheet sheet) throws IOException {
        boolean legible = legible();
        sheet.json().writeStartObject();
        sheet.json().writeStringField("name", name);
        sheet.json().writeStringField("batch", batch);
        String text = legible ? decoded(StandardCharsets.UTF_8) : "";
        if (text != null) {
            sheet.json().writeStringField("text", text);
        } else {
            sheet.json().writeStringField("latin1", new String(bytes, StandardCharsets.ISO_8859_1));
        }
        if (!complete || !legible) {
            sheet.json().writeBooleanField("complete", false);
        }
        if (failure != null && legible) {
            sheet.json().writeStringField("failure", Thrown.text(failure));
        }
        sheet.json().writeEndObject();
    }

    private boolean legible() {
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String decoded(Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    static FileContent read(JsonNode node, String place) {
        if (!node.isObject()) {
            throw Refused.node(place, "an object with " + WHAT, node);
        }
        for (String field : iterable(node)) {
            switch (field) {
                case "name", "batch", "text", "latin1", "complete", "failure" -> {}
                default ->
                    throw new IllegalArgumentException(place + " must have the fields " + WHAT + ", got another one");
            }
        }
        boolean text = node.has("text");
        String content = string(node, text ? "text" : "latin1", place);
        return new FileContent(
                string(node, "name", place),
                string(node, "batch", place),
                content.getBytes(text ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1),
                !node.has("complete") || (Boolean) NumberForm.BOOLEAN.read(node.get("complete"), place + ".complete"),
                node.has("failure") ? failure(string(node, "failure", place)) : null);
    }

    private static Iterable<String> iterable(JsonNode node) {
        return node::fieldNames;
    }

    private static String string(JsonNode node, String field, String place) {
        Object text = TextForm.STRING.readAny(node.get(field), place + "." + field);
        if (text == null) {
            throw new IllegalArgumentException(place + "." + field + " must be given");
        }
        return (String) text;
    }

    /** The exceptions that reading a file ends with; any other comes back as the plain one. */
    private static IOException failure(String text) {
        int colon = text.indexOf(": ");
        String message = colon < 0 ? null : text.substring(colon + 2);
        return switch (colon < 0 ? text : text.substring(0, colon)) {
            case "java.util.zip.ZipException" -> new ZipException(message);
            case "java.io.EOFException" -> new EOFException(message);
            case "java.nio.file.NoSuchFileException" -> new NoSuchFileException(message);
            default -> new IOException(message);
        };
    }
}
