package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tacit.api.http.Reply;

/** Reads what a resource answered. */
public final class Replies {

    private Replies() {}

    public static String text(Reply reply) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            reply.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    public static JsonNode json(Reply reply) {
        try {
            return new ObjectMapper().readTree(text(reply));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
