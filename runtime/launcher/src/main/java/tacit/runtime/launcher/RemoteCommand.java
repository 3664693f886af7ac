package tacit.runtime.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.OptionalInt;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.HostAddress;

/** Runs a verb inside the host that holds the data directory, with the operator's token. */
final class RemoteCommand {

    private static final JsonFactory JSON = new JsonFactory();

    private final Surroundings surroundings;

    RemoteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(Invocation invocation, HostAddress host) throws IOException {
        HttpURLConnection connection = post(host, invocation.verb(), token(invocation.data()));
        try (OutputStream body = connection.getOutputStream()) {
            writeCall(body, invocation);
        }
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(
                    "Cannot run '" + invocation.verb() + "' in host " + host.pid() + ": " + problem(connection));
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            return relay(lines);
        }
    }

    private static HttpURLConnection post(HostAddress host, String verb, String token) throws IOException {
        String path = "/v1/commands/" + URLEncoder.encode(verb, StandardCharsets.UTF_8);
        URI address = URI.create("http://127.0.0.1:" + host.apiPort() + path);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", "application/x-ndjson");
        return connection;
    }

    private static String token(DataDirectory data) throws IOException {
        try {
            return Files.readString(data.operatorToken()).trim();
        } catch (NoSuchFileException absent) {
            throw new IllegalStateException(
                    "Cannot speak to the host: '" + data.operatorToken() + "' is missing", absent);
        }
    }

    private void writeCall(OutputStream body, Invocation invocation) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeArrayFieldStart("arguments");
            for (String argument : invocation.arguments()) {
                json.writeString(argument);
            }
            json.writeEndArray();
            json.writeBooleanField("terminal", surroundings.terminal());
            json.writeNumberField("width", surroundings.width());
            json.writeStringField("cwd", System.getProperty("user.dir"));
            json.writeEndObject();
        }
    }

    /** Passes on what the host says until it says how it ended. */
    int relay(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            OptionalInt exit = relay(line);
            if (exit.isPresent()) {
                return exit.getAsInt();
            }
        }
        throw new IOException("Cannot hear the end of the command: the host closed the connection");
    }

    private OptionalInt relay(String line) throws IOException {
        try (JsonParser json = JSON.createParser(line)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "out".equals(json.currentName())) {
                    surroundings.out().print(json.getText());
                    surroundings.out().flush();
                } else if (token == JsonToken.VALUE_STRING && "err".equals(json.currentName())) {
                    surroundings.err().print(json.getText());
                    surroundings.err().flush();
                } else if (token == JsonToken.VALUE_NUMBER_INT && "exit".equals(json.currentName())) {
                    return OptionalInt.of(json.getIntValue());
                }
            }
        }
        return OptionalInt.empty();
    }

    private static String problem(HttpURLConnection connection) throws IOException {
        String detail = "";
        try (InputStream body = connection.getErrorStream()) {
            if (body != null) {
                detail = detail(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return detail.isEmpty() ? "it answered " + connection.getResponseCode() : detail;
    }

    private static String detail(String json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && "detail".equals(parser.currentName())) {
                    return parser.getText();
                }
            }
        } catch (JsonParseException notJson) {
            // Something else than a Tacit host answers on this port: its status says enough.
            return "";
        }
        return "";
    }
}
