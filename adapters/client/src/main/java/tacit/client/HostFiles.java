package tacit.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a host on this machine leaves in its data directory. */
final class HostFiles {

    private HostFiles() {}

    static URI api(Path data) {
        return address(data, "apiPort");
    }

    static URI otlp(Path data) {
        return address(data, "otlpPort");
    }

    private static URI address(Path data, String port) {
        Map<String, Object> host = Json.parseObject(text(data.resolve("host.json")));
        Long number = Fields.whole(host, port);
        if (number == null) {
            throw new IllegalArgumentException("host.json must name " + port);
        }
        return URI.create("http://127.0.0.1:" + number);
    }

    /** What a file holds, without blanks around it. */
    static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new TacitException("Cannot read '" + file + "': is Tacit running, and may you read it?", e);
        }
    }
}
