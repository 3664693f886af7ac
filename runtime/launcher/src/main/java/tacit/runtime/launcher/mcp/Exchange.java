package tacit.runtime.launcher.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One message on its way to the host, and what comes back. Used by one thread; {@link #cancel} may be called by another. */
final class Exchange {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int CONNECT_MILLIS = 10_000;

    private final Line line;
    private volatile boolean cancelled;
    private volatile @Nullable HttpURLConnection connection;

    Exchange(Line line) {
        this.line = line;
    }

    /**
     * Carries the message and passes on each answer, in one line each.
     *
     * @param headers besides those that every message has
     * @throws IOException when the host cannot be reached or breaks off
     */
    void run(URI address, String token, Map<String, String> headers, Consumer<String> answers) throws IOException {
        HttpURLConnection opened = (HttpURLConnection) address.toURL().openConnection();
        connection = opened;
        opened.setConnectTimeout(CONNECT_MILLIS);
        opened.setRequestMethod("POST");
        opened.setDoOutput(true);
        opened.setRequestProperty("Authorization", "Bearer " + token);
        opened.setRequestProperty("Content-Type", "application/json");
        opened.setRequestProperty("Accept", "application/json, text/event-stream");
        headers.forEach((name, value) -> opened.setRequestProperty(name, value));
        byte[] bytes = line.text().getBytes(StandardCharsets.UTF_8);
        // What was sent once is never sent again by itself: it may have been done
        opened.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream body = opened.getOutputStream()) {
            body.write(bytes);
        }
        receive(opened, answer -> {
            if (!cancelled) {
                answers.accept(answer);
            }
        });
    }

    private void receive(HttpURLConnection opened, Consumer<String> answers) throws IOException {
        int status = opened.getResponseCode();
        String type = String.valueOf(opened.getContentType());
        InputStream stream = status < 400 ? opened.getInputStream() : opened.getErrorStream();
        if (stream == null) {
            // Java keeps the words of a 401 for itself
            String why = status == 401 ? ": the token is not known there" : "";
            line.failed("The host answered " + status + why).ifPresent(answers);
            return;
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            if (type.startsWith("text/event-stream")) {
                events(reader, answers);
                return;
            }
            StringBuilder text = new StringBuilder();
            for (String part = reader.readLine(); part != null; part = reader.readLine()) {
                text.append(part);
            }
            answer(status, type, text.toString(), answers);
        }
    }

    private void answer(int status, String type, String text, Consumer<String> answers) throws IOException {
        if (type.startsWith("application/json")) {
            answers.accept(text);
        } else if (!text.isEmpty() || status >= 400) {
            line.failed("The host answered " + status + detail(text)).ifPresent(answers);
        }
    }

    private static void events(BufferedReader reader, Consumer<String> answers) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String part = reader.readLine(); part != null; part = reader.readLine()) {
            if (part.startsWith("data:")) {
                data.append(part.substring(5).strip());
            } else if (part.isEmpty() && data.length() > 0) {
                answers.accept(data.toString());
                data.setLength(0);
            }
        }
    }

    /** What a problem of HTTP says in words. */
    private static String detail(String text) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "detail".equals(json.currentName())) {
                    return ": " + json.getText();
                }
            }
        } catch (JsonParseException notJson) {
            // Something else than a Tacit host answers at this address: its status says enough
            return "";
        }
        return "";
    }

    /** A text as a header can hold it. */
    static String header(String text) {
        boolean plain = text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)
                && text.equals(text.strip())
                && !text.startsWith("=?base64?");
        return plain
                ? text
                : "=?base64?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /** Nothing that comes is wanted any more. */
    void cancel() {
        cancelled = true;
        HttpURLConnection opened = connection;
        if (opened != null) {
            // It waits for whoever reads from the connection
            Thread closing = new Thread(opened::disconnect, "mcp-cancel");
            closing.setDaemon(true);
            closing.start();
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    Line line() {
        return line;
    }
}
