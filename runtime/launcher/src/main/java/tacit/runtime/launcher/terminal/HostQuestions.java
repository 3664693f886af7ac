package tacit.runtime.launcher.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.HostAddress;

/**
 * Asks the running host, with the operator's token, what could stand next in a line, and to end a line that runs. Answers nothing
 * where no host answers soon. Thread-safe.
 */
public final class HostQuestions {

    private static final int WAIT_MILLIS = 2_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final DataDirectory data;

    public HostQuestions(DataDirectory data) {
        this.data = data;
    }

    /** The words that could stand at the end of this begin of a line. */
    public List<String> completions(String begin) {
        try {
            Optional<HttpURLConnection> connection =
                    connect("GET", "/v1/shell/completions?line=" + URLEncoder.encode(begin, StandardCharsets.UTF_8));
            return connection.isEmpty() ? List.of() : words(connection.get());
        } catch (IOException silent) {
            return List.of();
        }
    }

    /** Ends a line that runs; answers whether the host was reached and knew it. */
    public boolean interrupt(String run) {
        try {
            Optional<HttpURLConnection> connection = connect("DELETE", "/v1/shell/runs/" + run);
            return connection.isPresent() && connection.get().getResponseCode() / 100 == 2;
        } catch (IOException silent) {
            return false;
        }
    }

    private Optional<HttpURLConnection> connect(String method, String path) throws IOException {
        Optional<HostAddress> host = HostAddress.read(data);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        URI address = URI.create("http://127.0.0.1:" + host.get().apiPort() + path);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(WAIT_MILLIS);
        connection.setReadTimeout(WAIT_MILLIS);
        String token = Files.readString(data.operatorToken()).trim();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        return Optional.of(connection);
    }

    private static List<String> words(HttpURLConnection connection) throws IOException {
        List<String> words = new ArrayList<>();
        if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
            try (InputStream body = connection.getInputStream();
                    JsonParser json = JSON.createParser(body)) {
                for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                    if (token == JsonToken.VALUE_STRING) {
                        words.add(json.getText());
                    }
                }
            }
        }
        return words;
    }
}
